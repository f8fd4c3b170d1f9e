samples/good-law.md:11:62: note: "serious offences" depends on the penalties that each State sets, unless the instrument lists the crimes. [open-ended-scope/serious-crime]
