/* The concepts that the program itself asks for, and not only the records of the lexicon: how a
 * draft defines a term, refers to a provision, says what governs what. */
#ifndef LEXICON_NAMED_H
#define LEXICON_NAMED_H

/* clang-format off */
#define NAMED_CONCEPTS(X) \
    X(NEGATION, "negation") \
    X(NEGATION_ENDS, "negation-ends") \
    X(BANS, "bans") \
    X(BAN_LIFTED, "ban-lifted") \
    X(DEFINITION_VERB, "definition-verb") \
    X(DEFINITION_LEAD, "definition-lead") \
    X(DEFINITION_IS, "definition-is") \
    X(EDITORIAL, "editorial") \
    X(ALTERNATIVE, "alternative") \
    X(REFERENCE_UNIT, "reference-unit") \
    X(REFERENCE_THIS, "reference-this") \
    X(REFERENCE_THAT, "reference-that") \
    X(REFERENCE_OVER, "reference-over") \
    X(REFERENCE_BEFORE, "reference-before") \
    X(REFERENCE_BEHIND, "reference-behind") \
    X(INSTRUMENT, "instrument") \
    X(SUBJECT_TO, "subject-to") \
    X(ORDER_UNDER, "order-under") \
    X(APPLIES, "applies") \
    X(DISAPPLIED, "disapplied") \
    X(OFF_FOR_OTHERS, "off-for-others") \
    X(GOVERNING_WORDS, "governing-words") \
    X(GOVERNED_BEHIND, "governed-behind") \
    X(LIMITS_HELP, "limits-help") \
    X(LIMITS_SURRENDER, "limits-surrender") \
    X(SEARCH_ALONE, "search-alone") \
    X(PAPERS_ALONE, "papers-alone") \
    X(PART_GOVERNS, "part-governs") \
    X(PART_GOVERNED, "part-governed") \
    X(ALL_GOVERNED, "all-governed") \
    X(POWERS_THAT, "powers-that") \
    X(POWERS_GOVERNED, "powers-governed") \
    X(WARRANT_ISSUED, "warrant-issued") \
    X(UNDER_WARRANT, "under-warrant") \
    X(LEAVE_GIVEN, "leave-given") \
    X(NEEDS_LEAVE, "needs-leave") \
    X(MEASURE_DECIDED, "measure-decided") \
    X(SAID_OF_ORDER, "said-of-order") \
    X(SAID_OF_WARRANT, "said-of-warrant") \
    X(SAID_OF_NO_MEASURE, "said-of-no-measure") \
    X(SAID_OF_HOLDER, "said-of-holder") \
    X(SAID_OF_YIELD, "said-of-yield") \
    X(PART_HEADING, "part-heading") \
    X(REGIME_SPOKEN, "regime-spoken") \
    X(LENT_AS_AT_HOME, "lent-as-at-home") \
    X(GOVERNING_OFFENCES, "governing-offences") \
    X(OFFENCES_SPOKEN, "offences-spoken") \
    X(GOVERNING_ALL, "governing-all") \
    X(GOVERNING_PART, "governing-part") \
    X(GOVERNING_KIND, "governing-kind") \
    X(GOVERNING_ONE, "governing-one") \
    X(OFFICE_WATCHES, "office-watches") \
    X(OFFICE_SPEAKS, "office-speaks") \
    X(KIND_INTERCEPTION, "kind-interception") \
    X(KIND_SEARCH, "kind-search") \
    X(KIND_DATA, "kind-data") \
    X(EXEMPTING_WORDS, "exempting-words") \
    X(PENALTY_ALONE, "penalty-alone") \
    X(MAIN_CLAUSE, "main-clause") \
    X(MAIN_CLAUSE_HEADING, "main-clause-heading") \
    X(TREATY_GRAMMAR, "treaty-grammar") \
    X(STATUTE_GRAMMAR, "statute-grammar") \
    X(TECHNICAL_TERM, "technical-term") \
    X(CONTESTED_TERM, "contested-term") \
    X(OFFENCES_DEFINED, "offences-defined") \
    X(OFFENCES_REFERENCE, "offences-reference") \
    X(OFFENCES_ANY, "offences-any")
/* clang-format on */

#define NAMED_NUMBER(name, id) NAMED_##name,
enum named_concept { NAMED_CONCEPTS(NAMED_NUMBER) NAMED_COUNT };
#undef NAMED_NUMBER

#endif
