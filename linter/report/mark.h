/* The marks around what is set into a draft, so that it can be taken out again to the byte.
 *
 * A stretch that was set in begins with a line that holds "proviso NONCE begin" and ends with a
 * line that holds "proviso NONCE end" or "proviso NONCE end."; NONCE is made of the bytes of the
 * draft and stands nowhere in it. Before the first line there are two line ends of ours, none at
 * the top of the file. After the last there is one of ours after "end" and none after "end."; at
 * the top of the file there is one more. */
#ifndef REPORT_MARK_H
#define REPORT_MARK_H

#include "../base/buffer.h"

enum { MARK_NONCE = 8 };

/* The nonce of a draft: MARK_NONCE hexadecimal digits and a NUL. */
void mark_nonce(const char *file, size_t length, char nonce[MARK_NONCE + 1]);
/* Takes out all that was set into a draft and adds the draft to `out`. False, with nothing added,
 * if the bytes hold no stretch whose marks agree with the draft that remains. */
bool annotate_strip(const char *file, size_t length, struct buffer *out);

#endif
