/* The phrase syntax of lexicons/README.md. */
#include "lexicon/phrase.h"

#include "base/buffer.h"

#include <check.h>
#include <string.h>

Suite *lexicon_phrase_suite(void);

static struct arena *arena;

static void open_arena(void) {
    arena = arena_new();
}

static void close_arena(void) {
    arena_free(arena);
}

/* The sequences as text: words of one place joined by |, gaps as written, " / " between. */
static void write_sequences(struct buffer *out, const struct phrase_sequence *sequence) {
    for (; sequence; sequence = sequence->next) {
        for (uint32_t i = 0; i < sequence->count; i++) {
            const struct phrase_atom *atom = sequence->atoms[i];
            buffer_add_string(out, i ? " " : "");
            if (atom->gap == UINT32_MAX) {
                buffer_add_string(out, "...");
            } else if (atom->gap) {
                buffer_format(out, "..%u", atom->gap);
            }
            for (const struct phrase_word *word = atom->words; word; word = word->next) {
                buffer_format(out, "%s%.*s%s", word->exact ? "=" : "", (int)word->length,
                              word->text, word->next ? "|" : "");
            }
        }
        buffer_add_string(out, sequence->next ? " / " : "");
    }
}

static const char *const good[][2] = {
    {"court order", "court order"},
    {"  Court\n order ", "court order"},
    {"=means", "=means"},
    {"(judge|court)", "court|judge"},
    {"(court of law|judge) may", "court of law may / judge may"},
    {"as [may be] appropriate", "as appropriate / as may be appropriate"},
    {"[a|the] order", "order / the|a order"},
    {"warrant ... issued by", "warrant ... issued by"},
    {"warrant [... ] issued by", "warrant issued by / warrant ... issued by"},
    {"warrant \xE2\x80\xA6 issued", "warrant ... issued"},
    {"within ..3 days", "within ..3 days"},
    {"within ..3 ... days", "within ... days"},
    {"within ..3 ..4 days", "within ..7 days"},
    {"a ... [b] ... c", "a ... c / a ... b ... c"},
    {"# years", "# years"},
    {"provider\xE2\x80\x99s data", "provider data"},
    {"co-operation", "co operation"},
    {"and/or", "and or"},
    {"offence, including", "offence including"},
    {"((a|b) c|d)", "b|a c / d"},
    {"\xC3\x89tat", "\xC3\xA9tat"},
};

START_TEST(phrases_expand) {
    const char *problem;
    struct buffer out = {0};
    const char *text = good[_i][0];
    const struct phrase_sequence *sequence =
        phrase_read(arena, text, (uint32_t)strlen(text), &problem);
    ck_assert_msg(sequence != NULL, "%s: %s", text, problem);
    write_sequences(&out, sequence);
    ck_assert_str_eq(buffer_string(&out), good[_i][1]);
    buffer_free(&out);
}
END_TEST

static const char *const bad[][2] = {
    {"court (order", "the bracket ( is not closed"},
    {"court [order", "the bracket [ is not closed"},
    {"(", "the bracket ( is not closed"},
    {"court) order", "a bracket is closed that was not opened"},
    {"(court]", "a bracket is closed by another kind of bracket"},
    {"court | judge", "alternatives stand in brackets, as in (a|b)"},
    {"(court|)", "an alternative in its brackets is empty"},
    {"()", "an alternative in its brackets is empty"},
    {"... order", "a gap cannot stand at its start or end"},
    {"order ..2", "a gap cannot stand at its start or end"},
    {"order ... [by court]", "a gap cannot stand at its start or end"},
    {"[order]", "it has no word that must be there"},
    {"", "it has no word that must be there"},
    {", ;", "it has no word that must be there"},
    {"a .. b", "a gap is ... or .. and the most words, as in ..3"},
    {"a ..0 b", "a gap is ... or .. and the most words, as in ..3"},
    {"= means", "= stands directly before a word"},
    {"offen[cs]e.*", "it has a sign of regular expressions, which go under patterns"},
    {"((((((((((a))))))))))", "too many brackets inside each other"},
    {"[a] [b] [c] [d] [e] [f] [g] [h] [i] [j] k",
     "brackets make more than 512 phrases of it; write several"},
};

START_TEST(bad_phrases_say_why) {
    const char *problem;
    const char *text = bad[_i][0];
    ck_assert_ptr_null(phrase_read(arena, text, (uint32_t)strlen(text), &problem));
    ck_assert_str_eq(problem, bad[_i][1]);
}
END_TEST

START_TEST(hyphens_join_known_words) {
    const char *problem;
    struct names forms = {.arena = arena};
    struct buffer out = {0};
    names_add(&forms, "cooperation", 11);
    const struct phrase_sequence *phrase =
        phrase_read(arena, "law-enforcement co-operation", 28, &problem);
    write_sequences(&out, phrase_join(arena, phrase, &forms));
    ck_assert_str_eq(buffer_string(&out), "law enforcement cooperation");
    phrase = phrase_read(arena, "law-enforcement co operation", 28, &problem);
    ck_assert_ptr_null(phrase_join(arena, phrase, &forms));
    buffer_free(&out);
}
END_TEST

Suite *lexicon_phrase_suite(void) {
    Suite *suite = suite_create("phrase");
    TCase *tcase = tcase_create("phrase");
    tcase_add_checked_fixture(tcase, open_arena, close_arena);
    tcase_add_loop_test(tcase, phrases_expand, 0, sizeof good / sizeof good[0]);
    tcase_add_loop_test(tcase, bad_phrases_say_why, 0, sizeof bad / sizeof bad[0]);
    tcase_add_test(tcase, hyphens_join_known_words);
    suite_add_tcase(suite, tcase);
    return suite;
}
