samples/plain.txt:42:59: error: "consider it to be expedient" lowers necessity to convenience. [unfettered-power/expedient]
samples/plain.txt:45:33: error: "as appropriate" leaves the safeguard to the discretion of those it is meant to bind. [weak-safeguard/discretion]
samples/plain.txt:51:25: warning: "for other lawful purposes" lets data that were taken for one purpose be used for another. [open-ended-scope/other-purposes]
