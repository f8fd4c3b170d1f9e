samples/good-law.md:11:62: note: "serious offences" depends on the penalties that each State sets, unless the instrument lists the crimes. [open-ended-scope/serious-crime]
samples/good-law.md:80:16: note: Section 6 (Preservation of specified records): no grounds of suspicion are asked for before the power is used. [missing-grounds]
samples/good-law.md:104:16: note: Section 8 (Search of a device): no time is set after which the measure ends. [missing-time-limit]
