samples/short.md:7:37: error: "any criminal offence" lets the powers be used for every act that a State makes an offence, however slight. [open-ended-scope/any-offence]
samples/short.md:12:37: error: "without prior judicial authorization" switches off the prior decision of a court. [excluded-safeguard/authorisation]
samples/short.md:18:27: error: "as appropriate" leaves the safeguard to the discretion of those it is meant to bind. [weak-safeguard/discretion]
