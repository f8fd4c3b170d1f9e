samples/windows-1252.txt:13:82: error: "as appropriate" leaves the safeguard to the discretion of those it is meant to bind. [weak-safeguard/discretion]
