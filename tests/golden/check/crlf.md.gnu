samples/crlf.md:10:69: error: "where appropriate" leaves the safeguard to the discretion of those it is meant to bind. [weak-safeguard/discretion]
