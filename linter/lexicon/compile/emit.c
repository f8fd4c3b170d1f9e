/*
 * A lexicon as C source. In: the tables of lexicon.h, made from lexicons/ at build time. Out: one C
 * file of constant arrays, so that the program starts without reading YAML.
 */
#include "emit.h"

#include <string.h>

/* Bytes as string literals of a line each. */
void emit_bytes(FILE *file, const char *name, const char *bytes, size_t length) {
    fprintf(file, "static const char %s[] =\n    \"", name);
    for (size_t i = 0, column = 0; i < length; i++, column++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (column > 80) {
            fputs("\"\n    \"", file);
            column = 0;
        }
        if (byte == '"' || byte == '\\') {
            fprintf(file, "\\%c", byte);
        } else if (byte < 0x20 || byte >= 0x7F || byte == '?') {
            fprintf(file, "\\%03o", byte);
        } else {
            fputc(byte, file);
        }
    }
    fputs("\";\n\n", file);
}

/* An array of structs that hold nothing but uint32_t. */
void emit_rows(FILE *file, const char *type, const char *name, const void *rows, size_t count,
               size_t size) {
    size_t fields = size / sizeof(uint32_t);
    fprintf(file, "static const %s %s[] = {", type, name);
    for (size_t i = 0; i < (count ? count : 1) * fields; i++) {
        uint32_t value = 0;
        if (count) {
            memcpy(&value, (const char *)rows + i * sizeof value, sizeof value);
        }
        bool first = i % fields == 0;
        fprintf(file, "%s%s%luu", i ? "," : "", first && (i / fields) % 8 == 0 ? "\n" : "",
                (unsigned long)value);
    }
    fputs("};\n\n", file);
}

/* Where tables are set apart from the records beside them. */
#define TABLE_OF "BUILTIN_TABLE "

/* Every table of a matcher, but word_first: member, its counter, type of a row. */
#define MATCHER_TABLES(X)                                                                          \
    X(steps, step_count, uint32_t)                                                                 \
    X(nodes, node_count, struct trie_node)                                                         \
    X(outputs, output_count, struct trie_output)                                                   \
    X(gap_phrases, gap_phrase_count, struct gap_phrase)                                            \
    X(gap_places, gap_place_count, struct gap_place)                                               \
    X(set_first, stretch_count, uint32_t)                                                          \
    X(mark_sets, mark_set_count, struct number_set)                                                \
    X(flag_first, flag_first_count, uint32_t)                                                      \
    X(flag_sets, flag_set_count, struct number_set)                                                \
    X(anchor_first, mark_count, uint32_t)                                                          \
    X(anchors, anchor_count, struct gap_anchor)

/* Every other table: member, its counter, type of a row, number of rows. */
#define TABLES(X)                                                                                  \
    X(forms, form_count, struct lexicon_form, lexicon->form_count)                                 \
    X(form_table, form_slots, uint32_t, lexicon->form_slots)                                       \
    X(word_flags, word_count, uint32_t, lexicon->word_count)                                       \
    X(patterns, pattern_count, struct lexicon_pattern, lexicon->pattern_count)                     \
    X(named, named_count, uint32_t, lexicon->named_count)                                          \
    X(concepts, concept_count, struct lexicon_concept, lexicon->concept_count)                     \
    X(rules, rule_count, struct lexicon_rule, lexicon->rule_count)                                 \
    X(suggestions, suggestion_count, struct lexicon_suggestion, lexicon->suggestion_count)         \
    X(conditions, condition_count, struct lexicon_condition, lexicon->condition_count)             \
    X(refs, ref_count, uint32_t, lexicon->ref_count)                                               \
    X(example_texts, example_count, string_at, lexicon->example_count)                             \
    X(authorities, authority_count, struct lexicon_authority, lexicon->authority_count)            \
    X(roles, role_count, struct lexicon_role, lexicon->role_count)                                 \
    X(cues, cue_count, struct lexicon_cue, lexicon->cue_count)                                     \
    X(derived, derived_count, struct lexicon_derived, lexicon->derived_count)                      \
    X(safeguards, safeguard_count, struct lexicon_safeguard, lexicon->safeguard_count)             \
    X(labels, label_count, struct lexicon_label, lexicon->label_count)                             \
    X(numerals, numeral_count, struct lexicon_numeral, lexicon->numeral_count)                     \
    X(suffixes, suffix_count, struct lexicon_numeral, lexicon->suffix_count)

#define ONLY_NUMBERS(member, counter, type, count)                                                 \
    _Static_assert(sizeof(type) % sizeof(uint32_t) == 0, "rows are written as numbers");
TABLES(ONLY_NUMBERS)
#define MATCHER_NUMBERS(member, counter, type) ONLY_NUMBERS(member, counter, type, 0)
MATCHER_TABLES(MATCHER_NUMBERS)

static void emit_matcher(FILE *file, const struct proviso_lexicon *lexicon, unsigned use) {
    const struct matcher *matcher = &lexicon->matchers[use];
    char name[40];
#define EMIT(member, counter, type)                                                                \
    snprintf(name, sizeof name, #member "_%u", use);                                               \
    emit_rows(file, TABLE_OF #type, name, matcher->member, matcher->counter, sizeof(type));
    MATCHER_TABLES(EMIT)
#undef EMIT
    snprintf(name, sizeof name, "word_first_%u", use);
    emit_rows(file, TABLE_OF "uint32_t", name, matcher->word_first, lexicon->word_count,
              sizeof(uint32_t));
}

static void point_matcher(FILE *file, const struct matcher *matcher, unsigned use) {
    fprintf(
        file,
        "    .matchers[%u] = {.word_first = word_first_%u, .target_bits = %lu, .flag_words = %lu",
        use, use, (unsigned long)matcher->target_bits, (unsigned long)matcher->flag_words);
#define POINT(member, counter, type)                                                               \
    fprintf(file, ",\n        .%s = %s_%u, .%s = %lu", #member, #member, use, #counter,            \
            (unsigned long)matcher->counter);
    MATCHER_TABLES(POINT)
#undef POINT
    fputs("},\n", file);
}

bool emit_lexicon(FILE *file, const struct proviso_lexicon *lexicon,
                  const struct proviso_source *sources, size_t count) {
    fputs("/* Made by the lexicon compiler from lexicons/; do not edit. */\n"
          "#include \"lexicon/builtin.h\"\n"
          "#include \"lexicon/lexicon.h\"\n\n",
          file);
    emit_bytes(file, "strings", lexicon->strings, lexicon->string_bytes);
#define EMIT(member, counter, type, rows)                                                          \
    emit_rows(file, TABLE_OF #type, #member, lexicon->member, rows, sizeof(type));
    TABLES(EMIT)
#undef EMIT
    for (unsigned use = 0; use < MATCHER_COUNT; use++) {
        emit_matcher(file, lexicon, use);
    }
    fprintf(file,
            "static const struct proviso_lexicon builtin = {\n"
            "    .strings = strings, .string_bytes = %lu,\n"
            "    .language = %lu, .language_name = %lu,\n"
            "    .state_named = %lu, .state_implied = %lu, .state_elsewhere = %lu,\n"
            "    .defines = %lu,\n",
            (unsigned long)lexicon->string_bytes, (unsigned long)lexicon->language,
            (unsigned long)lexicon->language_name, (unsigned long)lexicon->state_named,
            (unsigned long)lexicon->state_implied, (unsigned long)lexicon->state_elsewhere,
            (unsigned long)lexicon->defines);
#define POINT(member, counter, type, rows)                                                         \
    fprintf(file, "    .%s = %s,\n    .%s = %lu,\n", #member, #member, #counter,                   \
            (unsigned long)(rows));
    TABLES(POINT)
#undef POINT
    for (unsigned use = 0; use < MATCHER_COUNT; use++) {
        point_matcher(file, &lexicon->matchers[use], use);
    }
    fputs("    .memory = NULL};\n\n"
          "const proviso_lexicon *proviso_lexicon_builtin(void) {\n"
          "    return &builtin;\n"
          "}\n\n",
          file);
    return emit_files(file, sources, count);
}
