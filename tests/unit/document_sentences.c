/* Sentences: where they end, which provision has them, what they continue; and provisions asked. */
#include "document_fixture.h"

#include "document/sentence.h"

Suite *document_sentences_suite(void);

static struct small_lexicon small;

/* Sentences as they are split, between bars. */
static const struct {
    const char *draft, *sentences;
} splits[] = {
    {"One thing. Another thing! A third? Yes", "One thing.|Another thing!|A third?|Yes"},
    {"under Art. 5 of the Act. No. 9.1 applies.", "under Art. 5 of the Act.|No. 9.1 applies."},
    {"by J. Smith of the U.N. Secretariat. Next", "by J. Smith of the U.N. Secretariat.|Next"},
    {"as e.g. the court. 2. The court", "as e.g. the court.|2. The court"},
    {"It ends (here.) So \"it does.\" Or \xE2\x80\x9Cnot.\xE2\x80\x9D And on",
     "It ends (here.)|So \"it does.\"|Or \xE2\x80\x9Cnot.\xE2\x80\x9D|And on"},
    {"a; b: c, d", "a; b: c, d"},
    {"one\ntwo\n\nthree\n \nfour", "one\ntwo|three|four"},
    {"the co-\n\noperation of States", "the co-\n\noperation of States"},
    {"one... two ... Three", "one... two ...|Three"},
    {"one.\xC2\xA0Two.\xE2\x80\x83Three", "one.|Two.|Three"},
    {"# Title\nText", "Title|Text"},
    {"- one\n- two\nstill", "one|two\nstill"},
    {"> one\n> two", "one\n_ two"},
    {"| a | b |\n|---|---|\n| c | d |", "a|b|c|d"},
    {"one\r\ntwo\r\n\r\nthree\rfour", "one\r\ntwo|three\rfour"},
    {"text\n<!-- no -->\nmore", "text|more"},
    {"\xE4\xB8\xAD\xE3\x80\x82\xE5\x9B\xBD\xE3\x80\x82",
     "\xE4\xB8\xAD\xE3\x80\x82|\xE5\x9B\xBD\xE3\x80\x82"},
    {"*One.* **Two.** Three", "One..|Two...|Three"},
    {"--- . ... ! X", "X"},
    {"Version 9.1 and x.y.z of it", "Version 9.1 and x.y.z of it"},
};

START_TEST(text_is_split) {
    struct proviso_document document;
    struct buffer found = {0};
    small_lexicon_make(&small, "art no as");
    small.flags[WORD_FIRST] = small.flags[WORD_FIRST + 1] = WORD_ENDS_ABBREVIATION;
    draft_read(&document, splits[_i].draft, strlen(splits[_i].draft));
    document.lexicon = &small.lexicon;
    struct sentence_scan scan = sentence_scan_start(&document, 0, 0, document.text.length);
    while (sentence_scan_next(&scan)) {
        buffer_add_string(&found, found.length ? "|" : "");
        for (uint32_t at = scan.start; at < scan.end; at++) {
            char byte = document.text.mask[at];
            bool blanked = byte == ' ' && document.text.bytes[at] != ' ';
            buffer_add_char(&found, byte == MASK_SOFT ? '.' : blanked ? '_' : byte);
        }
    }
    ck_assert_str_eq(buffer_string(&found), splits[_i].sentences);
    buffer_free(&found);
    draft_free(&document);
}
END_TEST

START_TEST(stops_close_sentences) {
    static const struct {
        const char *text;
        bool closed;
    } ends[] = {{"so.", true},
                {"so?", true},
                {"so.)", true},
                {"so:", false},
                {"so.\xE2\x80\x9D", true},
                {"so,", false},
                {"so", false},
                {"so.* ", true},
                {"\xC3\xA9", false},
                {".", true}};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        struct proviso_document document;
        draft_read(&document, ends[i].text, strlen(ends[i].text));
        ck_assert_int_eq(sentence_is_closed(&document, 0, document.text.length), ends[i].closed);
        draft_free(&document);
    }
}
END_TEST

static const char bill[] = "# A Bill\n\n"
                           "## Article 1\n\n"
                           "### Safeguards as appropriate\n\n"
                           "1. A warrant may be issued where:\n\n"
                           "(a) the judge consents. She writes it down;\n\n"
                           "(b) the danger is imminent;\n\n"
                           "but never for more than a day.\n\n"
                           "2. This ends.\n";

static proviso_document *read_bill(void) {
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source source = {"bill.md", bill, sizeof bill - 1};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    ck_assert_msg(document != NULL, "%s", error.message);
    return document;
}

/* The sentence that begins with these words. */
static uint32_t sentence_of(const proviso_document *document, const char *words) {
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        if (text_has(&document->text, document->sentences[i].start, words,
                     (uint32_t)strlen(words))) {
            return i;
        }
    }
    ck_abort_msg("no sentence begins with \"%s\"", words);
    return 0;
}

START_TEST(points_continue_their_chapeau) {
    proviso_document *document = read_bill();
    const struct sentence *sentences = document->sentences;
    uint32_t chapeau = sentence_of(document, "A warrant"),
             tail = sentence_of(document, "but never");
    ck_assert_uint_eq(sentences[sentence_of(document, "the judge")].chapeau, chapeau);
    ck_assert_uint_eq(sentences[sentence_of(document, "the judge")].tail, tail);
    ck_assert_uint_eq(sentences[sentence_of(document, "the danger")].chapeau, chapeau);
    ck_assert_uint_eq(sentences[sentence_of(document, "the danger")].tail, tail);
    ck_assert_uint_eq(sentences[sentence_of(document, "She writes")].chapeau, DOCUMENT_NONE);
    ck_assert_uint_eq(sentences[sentence_of(document, "This ends")].chapeau, DOCUMENT_NONE);
    sentence_of(document, "Safeguards as appropriate");
    proviso_document_free(document);
}
END_TEST

START_TEST(sentences_lie_in_their_provisions) {
    proviso_document *document = read_bill();
    uint32_t end = 0;
    for (uint32_t i = 0; i < document->sentence_count; i++) {
        const struct sentence *sentence = &document->sentences[i];
        const struct provision *provision = &document->provisions[sentence->provision];
        ck_assert(sentence->start >= end && sentence->end > sentence->start);
        ck_assert(sentence->start >= provision->start && sentence->end <= provision->finish);
        ck_assert(i >= provision->sentence_first && i < provision->sentence_end);
        end = sentence->end;
    }
    proviso_document_free(document);
}
END_TEST

START_TEST(a_byte_has_a_provision_and_an_article) {
    proviso_document *document = read_bill();
    uint32_t at = (uint32_t)(strstr(bill, "imminent") - bill);
    uint32_t point = document_provision_at(document, at);
    ck_assert_int_eq(document->provisions[point].kind, PROVISO_POINT);
    uint32_t article = document_article(document, point);
    ck_assert_int_eq(document->provisions[article].kind, PROVISO_ARTICLE);
    ck_assert_uint_eq(document_article(document, article), article);
    ck_assert_uint_eq(document_article(document, 0), 0);
    struct proviso_provision provision;
    proviso_document_provision(document, point, &provision);
    ck_assert_uint_eq(provision.line, 11);
    ck_assert_uint_eq(provision.end_line, 11);
    ck_assert_str_eq(proviso_kind_name(provision.kind), "point");
    proviso_document_free(document);
}
END_TEST

START_TEST(a_heading_is_cut_at_a_character) {
    static const char draft[] = "# Article 1\n\n## Les **d\xC3\xA9lits**  et\xC2\xADt\n\nText.\n";
    struct proviso_error error = {{0}, {0}, 0, 0};
    struct proviso_source source = {"x.md", draft, sizeof draft - 1};
    proviso_document *document =
        proviso_document_read(proviso_lexicon_builtin(), &source, NULL, &error);
    ck_assert_ptr_nonnull(document);
    uint32_t article = document_provision_at(document, 3);
    char heading[32];
    ck_assert_uint_eq(proviso_document_heading(document, article, heading, sizeof heading), 15);
    ck_assert_str_eq(heading, "Les d\xC3\xA9lits ett");
    ck_assert_uint_eq(proviso_document_heading(document, article, heading, 7), 15);
    ck_assert_str_eq(heading, "Les d");
    proviso_document_free(document);
}
END_TEST

Suite *document_sentences_suite(void) {
    Suite *suite = suite_create("document sentences");
    TCase *tests = tcase_create("sentences");
    tcase_add_loop_test(tests, text_is_split, 0, sizeof splits / sizeof splits[0]);
    tcase_add_test(tests, stops_close_sentences);
    tcase_add_test(tests, points_continue_their_chapeau);
    tcase_add_test(tests, sentences_lie_in_their_provisions);
    tcase_add_test(tests, a_byte_has_a_provision_and_an_article);
    tcase_add_test(tests, a_heading_is_cut_at_a_character);
    suite_add_tcase(suite, tests);
    return suite;
}
