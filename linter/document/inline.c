/*
 * Marks inside a line. In: "shall&nbsp;<b>not</b> [apply](x.md 'title')<sup>3</sup>". Out: blanks
 * where entities, tags, link targets and footnote numbers stand; tags that only set type, and soft
 * hyphens, in a way that words on both sides may still be one. `<name of authority>` is law.
 */
#include "mask.h"

#include <string.h>

enum { TAG_LIMIT = 2000, TARGET_LIMIT = 2000, TITLE_LIMIT = 500, NAME_LIMIT = 32 };

/* ---- tags ---------------------------------------------------------------------------------- */

/* Names between blanks. A tag of the second list may stand inside a word. */
static const char block_names[] =
    " address applet area article aside audio base blockquote body br button canvas caption center "
    "col colgroup data dd details dialog dir div dl dt embed fieldset figcaption figure footer "
    "form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe img input label legend li "
    "link main map menu meta nav noframes noscript object ol optgroup option output p param "
    "picture pre progress script section select source style summary svg table tbody td template "
    "textarea tfoot th thead time title tr track ul video ";
static const char type_names[] =
    " a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q rp rt ruby s samp "
    "small span strike strong sub sup tt u var wbr ";

static bool has_name(const char *names, const char *name, uint32_t length) {
    char wanted[NAME_LIMIT + 3] = " ";
    for (uint32_t i = 0; i < length; i++) {
        wanted[i + 1] = byte_is_letter(name[i]) ? (char)(name[i] | 0x20) : name[i];
    }
    wanted[length + 1] = ' ';
    return strstr(names, wanted) != NULL;
}

struct tag {
    uint32_t end;
    uint32_t name, name_end;
    bool type; /* sets type only */
};

/* The `>` of the tag whose attributes begin at `at`, or 0; `*assigns` if one has a value. */
static uint32_t find_close(const char *bytes, uint32_t at, uint32_t end, bool *assigns) {
    char before = ' ';
    while (at < end && bytes[at] != '>' && bytes[at] != '<') {
        char byte = bytes[at++];
        if ((byte == '"' || byte == '\'') && before == '=') {
            const char *close = memchr(bytes + at, byte, end - at);
            if (!close) {
                return 0;
            }
            at = (uint32_t)(close - bytes) + 1;
        }
        *assigns = *assigns || byte == '=';
        before = byte_is_blank(byte) || byte_ends_line(byte) ? before : byte;
    }
    return at < end && bytes[at] == '>' ? at : 0;
}

/* <?xml ...?> and <!DOCTYPE ...>. */
static uint32_t declaration_end(const char *bytes, uint32_t at, uint32_t end) {
    if (bytes[at + 1] != '?' && !(at + 2 < end && byte_is_letter(bytes[at + 2]))) {
        return 0;
    }
    const char *close = memchr(bytes + at, '>', end - at);
    return close ? (uint32_t)(close - bytes) + 1 : 0;
}

/* Reads the tag at the `<` at `at`. Not a tag: words in angle brackets, addresses. */
static bool read_tag(const char *bytes, uint32_t at, uint32_t end, struct tag *tag) {
    end = end - at > TAG_LIMIT ? at + TAG_LIMIT : end;
    *tag = (struct tag){.name = at + 1};
    if (at + 2 >= end) {
        return false;
    }
    if (bytes[at + 1] == '?' || bytes[at + 1] == '!') {
        tag->end = declaration_end(bytes, at, end);
        return tag->end != 0;
    }
    bool closes = bytes[at + 1] == '/';
    tag->name += closes;
    uint32_t stop = tag->name;
    while (stop < end && stop - tag->name < NAME_LIMIT &&
           (byte_is_letter(bytes[stop]) ||
            (stop > tag->name && (byte_is_digit(bytes[stop]) || bytes[stop] == '-')))) {
        stop++;
    }
    tag->name_end = stop;
    bool prefixed = stop > tag->name && stop < end && bytes[stop] == ':' && stop + 1 < end &&
                    byte_is_letter(bytes[stop + 1]);
    bool assigns = false;
    uint32_t close = stop > tag->name ? find_close(bytes, stop, end, &assigns) : 0;
    if (!close || (!prefixed && stop != close && bytes[stop] != '/' &&
                   !byte_is_blank(bytes[stop]) && !byte_ends_line(bytes[stop]))) {
        return false;
    }
    uint32_t length = stop - tag->name;
    tag->type = has_name(type_names, bytes + tag->name, length);
    bool known = tag->type || has_name(block_names, bytes + tag->name, length);
    while (stop < close && (byte_is_blank(bytes[stop]) || bytes[stop] == '/')) {
        stop++;
    }
    tag->end = close + 1;
    return assigns || (known && stop == close) || (closes && stop == close) ||
           (prefixed && !memchr(bytes + at, '@', close - at) && bytes[tag->name_end + 1] != '/');
}

/* The number of a footnote that is set in <sup> behind a word or a mark. */
static void blank_note(struct masking *masking, uint32_t at, const struct tag *tag, uint32_t end) {
    const char *mask = masking->mask;
    if (tag->name_end - tag->name != 3 || memcmp(mask + tag->name, "sup", 3) != 0 || at == 0 ||
        byte_is_blank(mask[at - 1]) || byte_ends_line(mask[at - 1]) ||
        byte_is_digit(mask[at - 1])) {
        return;
    }
    uint32_t stop = tag->end;
    while (stop < end && byte_is_digit(mask[stop])) {
        stop++;
    }
    if (end - stop >= 5 && memcmp(mask + stop, "</sup", 5) == 0) {
        mask_blank(masking, tag->end, stop);
    }
}

/* Article 5<sup>2</sup>: a number above a number. */
static bool is_raised(const struct masking *masking, uint32_t at, const struct tag *tag) {
    const char *mask = masking->mask;
    return tag->name_end - tag->name == 3 && !memcmp(mask + tag->name, "sup", 3) && at > 0 &&
           byte_is_digit(mask[at - 1]) && mask[at + 1] != '/' && tag->end < masking->length &&
           byte_is_digit(mask[tag->end]);
}

static uint32_t mask_tag(struct masking *masking, uint32_t at, uint32_t end) {
    struct tag tag;
    if (!read_tag(masking->mask, at, end, &tag)) {
        return at + 1;
    }
    bool raised = is_raised(masking, at, &tag);
    blank_note(masking, at, &tag, masking->length);
    mask_blank(masking, at, tag.end);
    for (uint32_t i = at; tag.type && i < tag.end; i++) {
        masking->mask[i] = byte_ends_line(masking->mask[i]) ? masking->mask[i] : MASK_SOFT;
    }
    masking->mask[tag.end - 1] = raised ? '^' : masking->mask[tag.end - 1];
    return tag.end;
}

/* ---- entities ------------------------------------------------------------------------------ */

/* The end of the entity at the `&` at `at`, or 0: &shy; &#173; &#xAD; */
static uint32_t entity_end(const char *bytes, uint32_t at, uint32_t end) {
    uint32_t name = at + 1;
    end = end - at > NAME_LIMIT ? at + NAME_LIMIT : end;
    if (name < end && bytes[name] == '#') {
        name++;
    }
    uint32_t stop = name;
    while (stop < end && (byte_is_letter(bytes[stop]) || byte_is_digit(bytes[stop]))) {
        stop++;
    }
    bool numeric = name == at + 2;
    bool fits = numeric ? stop > name : stop - name >= 2 && byte_is_letter(bytes[name]);
    return fits && stop < end && bytes[stop] == ';' ? stop + 1 : 0;
}

static bool is_one_of(const char *names, const char *entity, uint32_t length) {
    char wanted[NAME_LIMIT + 3] = " ";
    memcpy(wanted + 1, entity, length);
    wanted[length + 1] = ' ';
    return strstr(names, wanted) != NULL;
}

static uint32_t mask_entity(struct masking *masking, uint32_t at, uint32_t end) {
    uint32_t stop = entity_end(masking->mask, at, end);
    if (!stop) {
        return at + 1;
    }
    const char *name = masking->mask + at + 1;
    uint32_t length = stop - at - 2;
    char blank = MASK_BREAK;
    if (is_one_of(" shy #173 #xAD #xad #x00AD #x00ad ", name, length)) {
        blank = MASK_JOIN;
    } else if (is_one_of(" zwj zwnj ZeroWidthSpace NoBreak #8203 #8204 #8205 #8288 #x200B #x200b ",
                         name, length)) {
        blank = MASK_SOFT;
    } else if (is_one_of(" rsquo apos #39 #x27 #8217 #x2019 ", name, length) &&
               stop < masking->length && (masking->mask[stop] | 0x20) == 's' &&
               (stop + 1 == masking->length || !byte_is_letter(masking->mask[stop + 1]))) {
        stop++; /* the s of a possessive */
    }
    memset(masking->mask + at, blank, stop - at);
    return stop;
}

/* ---- link targets -------------------------------------------------------------------------- */

static uint32_t skip_space(const char *bytes, uint32_t at, uint32_t end) {
    while (at < end && (byte_is_blank(bytes[at]) || byte_ends_line(bytes[at]))) {
        at++;
    }
    return at;
}

/* The end of the address at `at`: balanced parentheses, no white space; or anything in <...>. */
static uint32_t address_end(const char *bytes, uint32_t at, uint32_t end) {
    if (at < end && bytes[at] == '<') {
        const char *close = memchr(bytes + at, '>', end - at);
        return close ? (uint32_t)(close - bytes) + 1 : at;
    }
    uint32_t depth = 0;
    for (; at < end && (unsigned char)bytes[at] > ' ' && bytes[at] != '[' && bytes[at] != '<';
         at++) {
        depth += bytes[at] == '(';
        if (bytes[at] == ')' && depth-- == 0) {
            break;
        }
    }
    return at;
}

/* The end of a target with its title, from the `(` behind the text of a link; 0 if it is none.
 * Words only, as in "State[s](Parties)", are law. */
static uint32_t target_end(const char *bytes, uint32_t at, uint32_t end) {
    end = end - at > TARGET_LIMIT ? at + TARGET_LIMIT : end;
    uint32_t start = skip_space(bytes, at + 1, end), stop = address_end(bytes, start, end);
    bool words = stop > start;
    for (uint32_t i = start; i < stop; i++) {
        words = words && (byte_is_letter(bytes[i]) || bytes[i] == '-');
    }
    if (words && stop < end && bytes[stop] == ')') {
        return 0;
    }
    uint32_t title = skip_space(bytes, stop, end);
    if (title > stop && title < end && memchr("\"'(", bytes[title], 3)) {
        uint32_t limit = end - title > TITLE_LIMIT ? title + TITLE_LIMIT : end;
        char quote = bytes[title] == '(' ? ')' : bytes[title];
        const char *close = memchr(bytes + title + 1, quote, limit - title - 1);
        title = close ? skip_space(bytes, (uint32_t)(close - bytes) + 1, end) : title;
    }
    return title < end && bytes[title] == ')' ? title + 1 : 0;
}

static uint32_t mask_target(struct masking *masking, uint32_t at, uint32_t end) {
    uint32_t stop = target_end(masking->mask, at + 1, end);
    if (stop) {
        mask_blank(masking, at, stop);
    }
    return stop ? stop : at + 1;
}

/* -------------------------------------------------------------------------------------------- */

static bool is_mark(char byte) {
    return byte != '\0' && strchr("[]()!|`>#<\"'", byte) != NULL;
}

void inline_mask(struct masking *masking, uint32_t start, uint32_t end, bool marks) {
    char *mask = masking->mask;
    for (uint32_t at = start; at < end;) {
        uint32_t next = at + 1;
        if (mask[at] == '<') {
            next = mask_tag(masking, at, end);
        } else if (mask[at] == '&') {
            next = mask_entity(masking, at, end);
        } else if (mask[at] == ']' && next < end && mask[next] == '(') {
            next = mask_target(masking, at, end);
        }
        if (next == at + 1 && marks) {
            mask[at] = mask[at] == '\\' ? MASK_SOFT : is_mark(mask[at]) ? MASK_BREAK : mask[at];
        }
        at = next;
    }
}
