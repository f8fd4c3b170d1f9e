/*
 * Tells what kind of document this is from all its marks. In: "### Article 2", "1. Each Party" of a
 * treaty; "**3.** (1) In this Act" of a statute. Out: whether a bare number is a paragraph of an
 * article or an article itself, and whether headings that are just a number are page numbers.
 */
#include "structure_arrange.h"

#include <string.h>

struct census {
    uint32_t labelled, labelled_run;  /* Article 1, Article 2 ... and how far they count up */
    uint32_t shared, shared_run;      /* Section 1: an article, or a part of a treaty */
    uint32_t headings, naked, strong; /* numbers: ### 5. Title, ### 5, **5.** (1) */
    uint32_t bare, bare_run;
    uint32_t decimals; /* 3.1 */
    uint32_t parts;
    uint32_t restarts;    /* how often bare numbers begin again */
    uint32_t title_lines; /* 5. Grant of warrant.⏎(1) The judge */
    uint32_t open_titles; /* 5. Grant of warrant⏎The judge */
    uint32_t run_in[2];   /* 5. Grant of warrant. The judge; Sec. 5. Grant of warrant. The judge */
    uint32_t sides[3];    /* by style: Grant of warrant⏎5. The judge */
    uint32_t on_lines;    /* articles that begin a line */
};

static void count_run(uint32_t *run, const struct mark *mark) {
    uint32_t value = mark->number.digits ? mark->number.digits : mark->number.roman;
    if (value == *run + 1) {
        ++*run;
    }
}

static void count_unit(const struct structure *structure, const struct mark *mark,
                       struct census *census) {
    const struct lexicon_label *label = label_record(structure, mark->label);
    if (label->kind == PROVISO_PART) {
        census->parts++;
    }
    if (label->kind != PROVISO_ARTICLE || !mark->number.classes) {
        return;
    }
    census->on_lines += mark->flags & MARK_LINE ? 1 : 0;
    census->run_in[1] += mark->flags & MARK_LINE && heading_is_run_in(structure, mark) ? 1 : 0;
    if (label_twin(&structure->labels, mark->label, PROVISO_PART) != DOCUMENT_NONE) {
        census->shared++;
        count_run(&census->shared_run, mark);
    } else {
        census->labelled++;
        count_run(&census->labelled_run, mark);
    }
}

static void count_mark(const struct structure *structure, uint32_t index, struct census *census) {
    const struct mark *mark = &structure->marks[index];
    if (mark->shape == SHAPE_UNIT) {
        count_unit(structure, mark, census);
    }
    if (mark->shape != SHAPE_BARE || !(mark->flags & MARK_LINE)) {
        return;
    }
    if (mark->number.minor[0]) {
        census->decimals++;
        return;
    }
    census->bare++;
    census->restarts += mark->number.digits == 1 ? 1 : 0;
    count_run(&census->bare_run, mark);
    if (mark->flags & MARK_NAKED) {
        census->naked++;
    } else if (mark->flags & MARK_HEADING) {
        census->headings++;
        return;
    }
    uint32_t side, before = index ? structure->marks[index - 1].line : DOCUMENT_NONE;
    enum side_style style = heading_side_line(structure, mark, &side);
    census->sides[before == DOCUMENT_NONE || before < side ? style : SIDE_NONE]++;
    census->open_titles += heading_is_open(structure, index) ? 1 : 0;
    census->title_lines += heading_is_line(structure, index) ? 1 : 0;
    census->run_in[0] += heading_is_run_in(structure, mark) ? 1 : 0;
    if (mark->flags & (MARK_STRONG | MARK_UNSTOPPED) || heading_on_line(structure, index)) {
        census->strong++;
    }
}

static bool is_schedule(const struct structure *structure, const struct mark *mark) {
    return mark->shape == SHAPE_UNIT && mark->flags & MARK_LINE &&
           label_record(structure, mark->label)->kind == PROVISO_SCHEDULE;
}

static struct census take_census(const struct structure *structure) {
    struct census census = {0};
    uint32_t quote = 0, contents = 0;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        const struct mark *mark = &structure->marks[i];
        while (quote < structure->quote_count && structure->quotes[quote].end <= mark->start) {
            quote++;
        }
        while (contents < structure->contents_count &&
               structure->contents[contents].end <= mark->start) {
            contents++;
        }
        bool outside =
            (quote == structure->quote_count || mark->start < structure->quotes[quote].start) &&
            (contents == structure->contents_count ||
             mark->start < structure->contents[contents].start);
        if (!outside || mark->flags & MARK_WRAPPED) {
            continue;
        }
        if (is_schedule(structure, mark) && census.labelled + census.shared + census.bare) {
            break; /* what follows has numbers of its own */
        }
        count_mark(structure, i, &census);
    }
    return census;
}

#define MENTION_LIMIT 65536 /* bytes in which a statute mentions a section */

/* The text speaks of sections, so that is what its numbers are. */
static bool mentions_sections(const struct structure *structure) {
    const struct proviso_document *document = structure->document;
    uint32_t name = structure->labels.name_of_sections, length = document->text.length;
    uint32_t limit = length < MENTION_LIMIT ? length : MENTION_LIMIT;
    if (name == DOCUMENT_NONE) {
        return false;
    }
    for (uint32_t at = 1; at < limit; at++) {
        if ((unsigned char)document->text.mask[at - 1] > ' ') {
            continue;
        }
        uint32_t after, label = label_match(&structure->labels, document, at, limit,
                                            LABEL_BIT(PROVISO_ARTICLE), &after);
        if (label != DOCUMENT_NONE && after - at > 3 && label_record(structure, label)->rank == 1) {
            return true;
        }
    }
    return false;
}

/* Markdown headings on which no label stands, but for the first. */
static uint32_t count_titles(const struct structure *structure) {
    const struct proviso_document *document = structure->document;
    uint32_t count = 0, mark = 0;
    for (uint32_t i = 0; i < document->line_count; i++) {
        if (!document->lines[i].heading || !line_is_law(&document->lines[i])) {
            continue;
        }
        while (mark < structure->mark_count && structure->marks[mark].line < i) {
            mark++;
        }
        bool labelled = mark < structure->mark_count && structure->marks[mark].line == i;
        count += labelled ? 0 : 1;
    }
    return count;
}

/* "§ 2º" below "Art. 5" is its second paragraph, not a section of the chapter. */
static void settle_signs(struct structure *structure) {
    const char *mask = structure->document->text.mask;
    for (uint32_t i = 0; i < structure->mark_count; i++) {
        struct mark *mark = &structure->marks[i];
        if (mark->shape == SHAPE_UNIT && !(mark->flags & (MARK_HEADING | MARK_DENSE)) &&
            !memcmp(mask + mark->label_start, SECTION_SIGN, SECTION_SIGN_BYTES)) {
            mark->shape = SHAPE_SIGN;
        }
    }
}

/* More than half of the numbers have it, and more than one. */
static bool is_style(const struct census *census, uint32_t count) {
    return count > 1 && count * 10 >= census->bare * 6;
}

/* Three of four have it, and more than two: a section may as well begin with a short sentence. */
static bool is_run_in(uint32_t count, uint32_t all) {
    return count > 2 && count * 4 >= all * 3;
}

/* Titles without mark-up behind or in front of numbers: most sections must have them. */
static void settle_titles(struct structure_traits *traits, struct census *census) {
    traits->open_titles = is_style(census, census->open_titles);
    census->strong += traits->open_titles ? census->open_titles : 0;
    bool sections = is_run_in(census->run_in[0], census->bare);
    traits->run_in = sections || is_run_in(census->run_in[1], census->on_lines);
    census->strong += sections ? census->run_in[0] : 0;
    bool behind = traits->open_titles || census->title_lines > 1;
    for (enum side_style style = SIDE_OPEN; style <= SIDE_STOPPED; style++) {
        if (!behind && is_style(census, census->sides[style])) {
            traits->sides = style;
            census->strong += census->sides[style];
        }
    }
}

void structure_find_traits(struct structure *structure) {
    struct structure_traits *traits = &structure->traits;
    struct census census = take_census(structure);
    settle_titles(traits, &census);
    bool numbered = census.headings > 2 || census.strong > 2;
    bool pure = census.labelled_run >= 2 || (census.labelled && !numbered);
    if (pure && numbered && census.headings + census.strong > census.labelled * 4) {
        pure = false;
    }
    bool shared = census.shared_run >= 1 && !(numbered && census.shared < census.bare_run);
    traits->articles_labelled = pure;
    traits->labelled = pure || shared;
    if (pure) {
        settle_signs(structure);
    }
    traits->lines = census.on_lines > 0 || numbered;
    bool anew = census.restarts > 1 || !census.bare; /* numbers that begin anew are paragraphs */
    traits->headed = census.headings >= 5 && !traits->labelled &&
                     census.headings * 2 > census.bare - census.naked;
    traits->titled = !traits->labelled && !numbered && !census.headings && !census.strong &&
                     !census.parts && anew && count_titles(structure) > 1;
    traits->labelled |= traits->titled;
    traits->title_lines = census.title_lines > 1;
    traits->naked = census.naked > census.headings;
    traits->paragraphs = !traits->labelled && !census.headings && !numbered && !census.parts &&
                         !traits->naked && !census.strong && !mentions_sections(structure) &&
                         !(census.decimals > 1 && census.bare_run > 1);
}
