samples/crlf.md:5:5: error: "police": providers must watch over everything that all users say. [intermediary-duty/monitoring]
samples/crlf.md:5:17: warning: "where they deem it necessary": the authority that uses the power is the only judge of its need. [unfettered-power/subjective]
samples/crlf.md:10:69: error: "where appropriate" leaves the safeguard to the discretion of those it is meant to bind. [weak-safeguard/discretion]
