samples/good-law.md:11:62: note: "serious offences" depends on the penalties that each State sets, unless the instrument lists the crimes. [open-ended-scope/serious-crime]
samples/good-law.md:43:16: note: Nobody independent supervises the use of the powers (Section 7, Section 8, Section 9). It is named in Section 20(1), but nothing is made to depend on it. [missing-independent-oversight]
