samples/amending-bill.md:28:46: error: "necessary or expedient" lowers necessity to convenience. [unfettered-power/expedient]
samples/amending-bill.md:32:40: error: "as long as the Director considers necessary" sets no end to the measure. [excluded-safeguard/time-limit]
