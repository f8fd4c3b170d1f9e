samples/one-line.txt:11:113: error: "necessary or expedient" lowers necessity to convenience. [unfettered-power/expedient]
samples/one-line.txt:11:136: note: "for the prevention of crime" is a purpose so general that necessity cannot be tested against it. [open-ended-scope/combating]
