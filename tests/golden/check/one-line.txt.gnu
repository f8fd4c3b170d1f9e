samples/one-line.txt:11:100: note: "considers it necessary or expedient" lets the executive act on convenience. [unfettered-power/expedient-direction]
