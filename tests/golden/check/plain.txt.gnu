samples/plain.txt:42:59: error: "consider it to be expedient" lowers necessity to convenience. [unfettered-power/expedient]
samples/plain.txt:45:33: error: "as appropriate" leaves the safeguard to the discretion of those it is meant to bind. [weak-safeguard/discretion]
