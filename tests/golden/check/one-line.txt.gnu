samples/one-line.txt:11:113: note: "necessary or expedient" lets the executive act on convenience. [unfettered-power/expedient-direction]
