/* Tokens: which words a stretch of the mask has, and at which bytes. */
#include "document_fixture.h"

Suite *document_tokens_suite(void);

/* What the lexicon knows: everything else is unknown. */
static const char known[] =
    "as appropriate cooperation law enforcement offence official state order "
    "proportional caf\xC3\xA9 s\xC3\xA3o each article act in formation "
    "\xE4\xB8\xAD 5g may online";

/* Known words by their form; ? is an unknown word, # a number. */
static const struct {
    const char *draft, *words;
} drafts[] = {
    {"Shall, as appropriate.", "? as appropriate"},
    {"AS Appropriate", "as appropriate"},
    {"as\nappropriate", "as appropriate"},
    {"as\r\n   appropriate", "as appropriate"},
    {"> as\n> appropriate", "as appropriate"},
    {"as\xC2\xA0"
     "appropriate as\xE2\x80\xAF"
     "appropriate as\xE3\x80\x80"
     "appropriate",
     "as appropriate as appropriate as appropriate"},
    {"*as* __appropriate__", "as appropriate"},
    {"as appro*priate* *app*ropriate", "as appropriate appropriate"},
    {"as&nbsp;appropriate", "as appropriate"},
    {"act \xC2\xA7 5, \xC2\xA7\xC2\xA7 6", "act ? # ? #"},
    {"<b>as</b> appro<i>priate</i>", "as appropriate"},
    {"as<br>appropriate", "as appropriate"},
    {"appro&shy;priate appro\xC2\xADpriate appro\xC2\xAD\n  priate",
     "appropriate appropriate appropriate"},
    {"appro\xE2\x80\x8Bpriate as\xE2\x80\x8B"
     "appropriate",
     "appropriate as appropriate"},
    {"appro-\npriate appro-\r\n   priate appro-  \rpriate", "appropriate appropriate appropriate"},
    {"> appro-\n> priate", "appropriate"},
    {"appro-\n\npriate", "appropriate"},
    {"appro-\n\n\npriate", "? ?"},
    {"appro\xE2\x80\x90\npriate appro\xE2\x80\x91priate", "appropriate appropriate"},
    {"co-operation Co-Operation co\xE2\x80\x91operation", "cooperation cooperation cooperation"},
    {"law-enforcement law-\nenforcement", "law enforcement law enforcement"},
    {"law - enforcement law\xE2\x80\x93"
     "enforcement law\xE2\x80\x94"
     "enforcement",
     "law enforcement law enforcement law enforcement"},
    {"on-line may-be", "online may ?"},
    {"in*formation*", "in formation"},
    {"State's State\xE2\x80\x99s STATE\xE2\x80\x99S State\xCA\xBCs", "state state state state"},
    {"*State*'s **State's** State<b>'s</b>", "state state state"},
    {"the State&rsquo;s order", "? state order"},
    {"States' order 'state' \xE2\x80\x98"
     "order\xE2\x80\x99",
     "? order state order"},
    {"individual\xD5s order\x92s law", "? order law"},
    {"don't l'article", "? ? ? article"},
    {"o\xEF\xAC\x83"
     "cial",
     "official"},
    {"CAF\xC3\x89 cafe\xCC\x81 CAFE\xCC\x81 s\x61\xCC\x83o", "caf\xC3\xA9 caf\xC3\xA9 caf\xC3\xA9 "
                                                             "s\xC3\xA3o"},
    {"\xE4\xB8\xAD\xE5\x9B\xBD\xE4\xB8\xAD", "\xE4\xB8\xAD ? \xE4\xB8\xAD"},
    {"24 1,000 9.1 3.14.15 2,", "# # # # #"},
    {"12A 3rd 40bis 231*bis* 5G", "# # # # 5g"},
    {"Article 5. Article5 24(2)(b)", "article # article # # # ?"},
    {"1Each act1 16-18", "# each act # # #"},
    {"3rd-State", "# state"},
    {"\xD0\xA1\xD1\x82. 272 \xD9\x85\xD8\xA7", "? # ?"},
    {"as/appropriate as_appropriate as|appropriate",
     "as appropriate as appropriate as appropriate"},
    {"\xE2\x80\x9C"
     "as appropriate\xE2\x80\x9D",
     "as appropriate"},
    {"\xCA\xBC \xCA\xBC"
     "as",
     "as"},
    {"...---'''\xC2\xAD\xC2\xAD", ""},
};

static struct small_lexicon small;

static void add_word(struct buffer *words, uint32_t word) {
    const char *at = known;
    for (uint32_t i = WORD_FIRST; word >= WORD_FIRST && i < word; i++) {
        at += strcspn(at, " ") + 1;
    }
    buffer_add_string(words, words->length ? " " : "");
    buffer_add(words,
               word == WORD_UNKNOWN  ? "?"
               : word == WORD_NUMBER ? "#"
                                     : at,
               word < WORD_FIRST ? 1 : strcspn(at, " "));
}

static uint32_t read_tokens(struct proviso_document *document, const char *bytes, size_t length,
                            struct token **tokens) {
    uint32_t capacity = 0;
    small_lexicon_make(&small, known);
    draft_read(document, bytes, length);
    document->lexicon = &small.lexicon;
    return document_tokens(document, 0, document->text.length, tokens, &capacity);
}

START_TEST(words_are_known) {
    struct proviso_document document;
    struct token *tokens = NULL;
    struct buffer words = {0};
    uint32_t count = read_tokens(&document, drafts[_i].draft, strlen(drafts[_i].draft), &tokens);
    for (uint32_t i = 0; i < count; i++) {
        add_word(&words, tokens[i].word);
        ck_assert(tokens[i].start < tokens[i].end);
        ck_assert(i == 0 || tokens[i - 1].end <= tokens[i].start);
    }
    ck_assert_str_eq(buffer_string(&words), drafts[_i].words);
    buffer_free(&words);
    array_free(tokens);
    draft_free(&document);
}
END_TEST

START_TEST(tokens_have_their_bytes) {
    struct proviso_document document;
    struct token *tokens = NULL;
    const char draft[] = "State's appro-\n  priate **co**-operation, 12A";
    static const uint32_t expected[][2] = {{0, 5}, {8, 23}, {26, 40}, {42, 45}};
    uint32_t count = read_tokens(&document, draft, sizeof draft - 1, &tokens);
    ck_assert_uint_eq(count, 4);
    for (uint32_t i = 0; i < count; i++) {
        ck_assert_uint_eq(tokens[i].start, expected[i][0]);
        ck_assert_uint_eq(tokens[i].end, expected[i][1]);
    }
    array_free(tokens);
    draft_free(&document);
}
END_TEST

START_TEST(a_stretch_ends_where_it_ends) {
    struct proviso_document document;
    struct token *tokens = NULL;
    uint32_t capacity = 0;
    small_lexicon_make(&small, known);
    draft_read(&document, "as appro-\npriate State's", 24);
    document.lexicon = &small.lexicon;
    ck_assert_uint_eq(document_tokens(&document, 0, 8, &tokens, &capacity), 2);
    ck_assert_uint_eq(tokens[1].end, 8);
    ck_assert_uint_eq(document_tokens(&document, 17, 24, &tokens, &capacity), 1);
    ck_assert_uint_eq(document_tokens(&document, 3, 3, &tokens, &capacity), 0);
    array_free(tokens);
    draft_free(&document);
}
END_TEST

START_TEST(long_words_are_unknown) {
    struct buffer draft = {0};
    for (int i = 0; i < 1000; i++) {
        buffer_add_string(&draft, i % 3 == 1 ? "\xC3\xA9" : i % 3 ? "e\xCC\x81" : "appropriate");
    }
    buffer_add_string(&draft, " as ");
    for (int i = 0; i < 1000; i++) {
        buffer_add_string(&draft, "appropriate");
    }
    struct proviso_document document;
    struct token *tokens = NULL;
    uint32_t count = read_tokens(&document, draft.bytes, draft.length, &tokens);
    ck_assert_uint_eq(count, 3);
    ck_assert_uint_eq(tokens[0].word, WORD_UNKNOWN);
    ck_assert_uint_eq(tokens[1].word, WORD_FIRST);
    ck_assert_uint_eq(tokens[2].word, WORD_UNKNOWN);
    array_free(tokens);
    draft_free(&document);
    buffer_free(&draft);
}
END_TEST

START_TEST(noise_makes_tokens_in_order) {
    static const char *const pieces[] = {"a",
                                         "s",
                                         "-",
                                         "\n",
                                         "'",
                                         "1",
                                         ",",
                                         ".",
                                         "*",
                                         " ",
                                         ">",
                                         "\xC2\xAD",
                                         "\xE2\x80\x99",
                                         "\xE2\x80\x8B",
                                         "\xCC\x81",
                                         "\xEF\xAC\x83",
                                         "\xE4\xB8\xAD",
                                         "\xD5",
                                         "&shy;",
                                         "as",
                                         "appropriate",
                                         "\r",
                                         "\xCA\xBC",
                                         "e"};
    struct buffer draft = {0};
    uint32_t state = (uint32_t)_i * 2654435761u + 7;
    for (int i = 0; i < 400; i++) {
        state = state * 1664525u + 1013904223u;
        buffer_add_string(&draft, pieces[(state >> 16) % (sizeof pieces / sizeof pieces[0])]);
    }
    struct proviso_document document;
    struct token *tokens = NULL;
    uint32_t count = read_tokens(&document, draft.bytes, draft.length, &tokens), before = 0;
    for (uint32_t i = 0; i < count; i++) {
        ck_assert(tokens[i].start >= before && tokens[i].end > tokens[i].start);
        before = tokens[i].end;
    }
    ck_assert(before <= document.text.length);
    array_free(tokens);
    draft_free(&document);
    buffer_free(&draft);
}
END_TEST

Suite *document_tokens_suite(void) {
    Suite *suite = suite_create("document tokens");
    TCase *tests = tcase_create("tokens");
    tcase_add_loop_test(tests, words_are_known, 0, sizeof drafts / sizeof drafts[0]);
    tcase_add_test(tests, tokens_have_their_bytes);
    tcase_add_test(tests, a_stretch_ends_where_it_ends);
    tcase_add_test(tests, long_words_are_unknown);
    tcase_add_loop_test(tests, noise_makes_tokens_in_order, 0, 100);
    suite_add_tcase(suite, tests);
    return suite;
}
