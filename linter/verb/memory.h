#ifndef VERB_MEMORY_H
#define VERB_MEMORY_H

/* Before drafts are read: takes the memory that a draft of some pages needs, and keeps what one
 * draft needed for the next. */
void memory_prepare(void);

#endif
