/*
 * Which phrases are looked for everywhere. In: all records. Out: the use of each concept. "shall"
 * of `binds` stands in every second sentence, and nothing but `same-sentence` conditions ask for
 * it: it is looked for only in sentences of which one of them is asked. "as appropriate", which a
 * rule matches, is looked for everywhere; so are words that are rarer than the questions about
 * them.
 */
#include <string.h>

#include "assembly.h"

/* What is known of each concept. */
enum { WANTED = 1, ASKED = 2, INCLUDED = 4 };
/* Reading a sentence for words asked for costs as much as finding so many elsewhere: in time some
 * two hundred, but what is found takes room until nobody asks for it any more; looking for a phrase
 * of several words costs, where its rarest word stands, a sixth of a hit; sentences and articles
 * have so many words. */
enum { SENTENCE_COST = 25, TRIAL_SHARE = 6, SENTENCE_WORDS = 25, ARTICLE_WORDS = 200 };

struct uses {
    struct assembly *assembly;
    uint32_t count;
    uint32_t stage;  /* that uses what is flagged: UNTIL_ROLES ... */
    uint32_t *until; /* by concept: the last of them */
    uint8_t *flags;
    double *cost; /* by concept, a word of text: what looking for it everywhere costs, in hits */
    double *hits; /* how often it is found */
    double *questions; /* how often it is asked for */
};

static bool is_known(const struct uses *uses, uint32_t concept) {
    return concept < uses->count; /* not LEXICON_NONE, nor the anchor of a pattern */
}

static void flag(const struct uses *uses, uint32_t concept, uint8_t flags) {
    if (is_known(uses, concept)) {
        uint32_t until = uses->until[concept];
        uses->flags[concept] |= flags;
        uses->until[concept] = until < uses->stage ? uses->stage : until;
    }
}

static uint32_t ref_at(const struct uses *uses, uint32_t ref) {
    return *ROWS_AT(&uses->assembly->refs, const uint32_t, ref);
}

static void flag_refs(const struct uses *uses, struct lexicon_refs refs) {
    for (uint32_t i = 0; i < refs.count; i++) {
        flag(uses, ref_at(uses, refs.first + i), WANTED);
    }
}

static const struct lexicon_condition *condition_at(const struct uses *uses, uint32_t at) {
    return ROWS_AT(&uses->assembly->conditions, const struct lexicon_condition, at);
}

/* Conditions first..first+count are asked so often, a word of text. A question about the whole
 * draft is answered from all its hits. */
static void ask(const struct uses *uses, double share, uint32_t first, uint32_t count) {
    uint32_t named = 1;
    for (uint32_t i = first; i < first + count; i++) {
        const struct lexicon_condition *condition = condition_at(uses, i);
        named += condition_names_concepts(condition) ? condition->ref_count : 0;
    }
    for (uint32_t i = first; i < first + count; i++) {
        const struct lexicon_condition *condition = condition_at(uses, i);
        for (uint32_t j = 0; condition_names_concepts(condition) && j < condition->ref_count; j++) {
            uint32_t concept = ref_at(uses, condition->ref_first + j);
            flag(uses, concept, condition->key == COND_DOCUMENT ? WANTED : ASKED);
            uses->questions[concept] += share / named;
        }
    }
}

/* They are asked of the hits of a concept. */
static void ask_hits(const struct uses *uses, uint32_t asker, uint32_t first, uint32_t count) {
    ask(uses, is_known(uses, asker) ? uses->hits[asker] : 0, first, count);
}

/* "{instrument|this Act}": a message quotes the words of the concept. */
static void flag_quoted(const struct uses *uses, const char *text) {
    const struct names *ids = &uses->assembly->records.ids[RECORD_CONCEPT];
    for (; (text = strchr(text, '{')) != NULL; text++) {
        size_t length = strcspn(text + 1, "|}");
        if (text[length + 1] == '|') {
            flag(uses, names_find(ids, text + 1, (uint32_t)length), WANTED);
        }
    }
}

static void flag_texts(const struct uses *uses) {
    const struct names *strings = &uses->assembly->strings;
    for (uint32_t i = 0; i < strings->count; i++) {
        flag_quoted(uses, strings->list[i].text);
    }
}

#define EACH(type, row, rows)                                                                      \
    for (const type *row = uses->assembly->rows.first,                                             \
                    *end = row ? row + uses->assembly->rows.count : row;                           \
         row < end; row++)

/* What a safeguard lists is looked for everywhere, and its conditions are asked of what shows it.
 */
static void use_safeguards(const struct uses *uses) {
    EACH(struct lexicon_safeguard, row, safeguards) {
        const struct lexicon_refs refs[] = {row->shown,     row->named,    row->implied,
                                            row->elsewhere, row->excluded, row->binding};
        for (size_t i = 0; i < sizeof refs / sizeof *refs; i++) {
            flag_refs(uses, refs[i]);
        }
        ask(uses, 0, row->where_first, row->where_count);
        ask(uses, 0, row->unless_first, row->unless_count);
        ask(uses, 0, row->denied_first, row->denied_count);
        ask(uses, 0, row->stands_first, row->stands_count);
        for (uint32_t i = 0; i < row->shown.count; i++) {
            uint32_t shown = ref_at(uses, row->shown.first + i);
            ask_hits(uses, shown, row->weak_first, row->weak_count);
            ask_hits(uses, shown, row->void_first, row->void_count);
            ask_hits(uses, shown, row->own_first, row->own_count);
            ask_hits(uses, shown, row->point_first, row->point_count);
        }
    }
}

static void use_rules(struct uses *uses) {
    EACH(struct lexicon_rule, row, rules) {
        uses->stage = UNTIL_RULES;
        flag(uses, row->match, WANTED);
        uses->stage = UNTIL_END; /* what is asked of a rule is asked of an absence too */
        ask_hits(uses, row->match, row->where_first, row->where_count);
        ask_hits(uses, row->match, row->unless_first, row->unless_count);
    }
    uses->stage = UNTIL_END;
    EACH(struct lexicon_suggestion, suggestion, suggestions) {
        flag(uses, suggestion->behind, WANTED);
        ask(uses, 0, suggestion->where_first, suggestion->where_count);
    }
}

static void use_others(struct uses *uses) {
    uses->stage = UNTIL_ROLES;
    EACH(struct lexicon_derived, row, derived) {
        uses->stage++;
        flag(uses, row->match, WANTED);
        flag(uses, row->concept, WANTED);
        ask_hits(uses, row->match, row->where_first, row->where_count);
        ask_hits(uses, row->match, row->unless_first, row->unless_count);
    }
    uses->stage = UNTIL_ROLES;
    const double articles = 1.0 / ARTICLE_WORDS;
    EACH(struct lexicon_role, role, roles) {
        ask(uses, articles, role->conditions_first, role->conditions_count);
        ask(uses, articles, role->unless_first, role->unless_count);
        ask(uses, articles, role->inherit_first, role->inherit_count);
    }
    uses->stage = UNTIL_END;
    EACH(struct lexicon_cue, cue, cues) {
        flag(uses, cue->concept, WANTED);
    }
}

static void use_records(struct uses *uses) {
    const struct records *records = &uses->assembly->records;
    uses->stage = UNTIL_ROLES;
    for (uint32_t i = 0; i < uses->count; i++) {
        const struct record *record = record_at(records, RECORD_CONCEPT, i);
        const struct yaml_node *list = record->values[KEY_INCLUDES];
        for (const struct yaml_node *name = list ? list->first : NULL; name; name = name->next) {
            flag(uses, names_find(&records->ids[RECORD_CONCEPT], name->text, name->length),
                 INCLUDED);
        }
        flag(uses, i, uses->assembly->patterned[i] ? WANTED : 0);
    }
}

static void name_concepts(const struct uses *uses) {
#define NAMED_ID(name, id) id,
    static const char *const ids[] = {NAMED_CONCEPTS(NAMED_ID)};
#undef NAMED_ID
    for (uint32_t i = 0; i < NAMED_COUNT; i++) {
        uint32_t concept = names_find(&uses->assembly->records.ids[RECORD_CONCEPT], ids[i],
                                      (uint32_t)strlen(ids[i]));
        flag(uses, concept, WANTED);
        assembly_add(uses->assembly, &uses->assembly->named, &concept);
    }
}

/* How often two things stand in one sentence, from how often each is found: as the rarer, if the
 * other is there too. */
static double both(double one, double other) {
    double rarer = one < other ? one : other, share = (one < other ? other : one) * SENTENCE_WORDS;
    return share < 1 ? rarer * share : rarer;
}

static void weigh_phrases(const struct uses *uses) {
    EACH(struct phrase, phrase, phrases) {
        double rarest = assembly_common(uses->assembly, phrase->first, phrase->places);
        double hits = assembly_weigh(uses->assembly, phrase->first, phrase->places, both);
        for (uint32_t i = 0; i < phrase->count; i++) {
            uint32_t concept = phrase->outputs[i].concept;
            if (is_known(uses, concept)) {
                uses->cost[concept] += phrase->places == 1 ? hits : hits + rarest / TRIAL_SHARE;
                uses->hits[concept] += hits;
            }
        }
    }
}
#undef EACH

/* Looked for when asked for: what conditions alone ask for, and seldom enough; and what is only
 * there to be included, which nobody asks for. */
static bool is_for_asking(const struct uses *uses, uint32_t concept) {
    uint8_t flags = uses->flags[concept];
    bool common = uses->cost[concept] / SENTENCE_COST >= uses->questions[concept];
    return !(flags & WANTED) && (flags & ASKED ? common : flags & INCLUDED);
}

static uint32_t use_of(const struct uses *uses, uint32_t concept) {
    const struct lexicon_concept *row =
        ROWS_AT(&uses->assembly->concepts, const struct lexicon_concept, concept);
    return uses->flags[concept] == 0 && row->reads_as ? MATCHER_MEANT
           : is_for_asking(uses, concept)             ? MATCHER_ASKED
                                                      : MATCHER_ALWAYS;
}

static bool is_asked(const struct assembly *assembly, const struct lexicon_condition *condition) {
    bool asked = false;
    for (uint32_t i = 0; condition_names_concepts(condition) && i < condition->ref_count; i++) {
        uint32_t ref = *ROWS_AT(&assembly->refs, const uint32_t, condition->ref_first + i);
        asked = asked ||
                ROWS_AT(&assembly->concepts, struct lexicon_concept, ref)->use == MATCHER_ASKED;
    }
    return asked;
}

/* All conditions of a group must hold: those go first that need no sentence to be read. */
static void order_conditions(struct assembly *assembly) {
    struct lexicon_condition *rows = assembly->conditions.first;
    for (uint32_t i = 1; i < assembly->conditions.count; i++) {
        struct lexicon_condition moving = rows[i];
        uint32_t to = i;
        if (is_asked(assembly, &moving)) {
            continue;
        }
        for (; to > 0 && rows[to - 1].group == moving.group && is_asked(assembly, &rows[to - 1]);
             to--) {
            rows[to] = rows[to - 1];
        }
        rows[to] = moving;
    }
}

void build_uses(struct assembly *assembly) {
    uint32_t count = record_count(&assembly->records, RECORD_CONCEPT);
    struct uses uses = {.assembly = assembly,
                        .count = count,
                        .stage = UNTIL_END,
                        .until = ARENA_ARRAY(assembly->arena, uint32_t, count),
                        .flags = ARENA_ARRAY(assembly->arena, uint8_t, count),
                        .cost = ARENA_ARRAY(assembly->arena, double, count),
                        .hits = ARENA_ARRAY(assembly->arena, double, count),
                        .questions = ARENA_ARRAY(assembly->arena, double, count)};
    if (!uses.until || !uses.flags || !uses.cost || !uses.hits || !uses.questions) {
        assembly->failed = true;
        return;
    }
    weigh_phrases(&uses);
    use_safeguards(&uses);
    use_rules(&uses);
    use_others(&uses);
    use_records(&uses);
    uses.stage = UNTIL_END;
    flag_texts(&uses);
    name_concepts(&uses);
    for (uint32_t i = 0; i < count; i++) {
        struct lexicon_concept *concept = ROWS_AT(&assembly->concepts, struct lexicon_concept, i);
        concept->use = use_of(&uses, i);
        concept->until = uses.until[i];
    }
    order_conditions(assembly);
}
