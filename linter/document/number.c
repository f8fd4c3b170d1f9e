/*
 * Reads the number of a provision. In: a view of the text, such as "40 bis", "12A", "IV", "aa" or
 * "One". Out: its value in every class it may belong to ("i" is the ninth letter and the first
 * Roman numeral), so that what stands around it decides.
 */
#include "structure.h"

static unsigned char lower(unsigned char code) {
    return view_is_upper(code) ? (unsigned char)(code + 32) : code;
}

static uint32_t roman_digit(unsigned char code) {
    switch (lower(code)) {
    case 'i':
        return 1;
    case 'v':
        return 5;
    case 'x':
        return 10;
    case 'l':
        return 50;
    case 'c':
        return 100;
    case 'd':
        return 500;
    case 'm':
        return 1000;
    default:
        return 0;
    }
}

/* 0 unless view[first..last) is a Roman numeral as one writes it (not IIII, not VX). */
static uint32_t roman_value(const struct view *view, uint32_t first, uint32_t last) {
    static const char *const ones[] = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    uint32_t total = 0;
    for (uint32_t i = first; i < last; i++) {
        uint32_t here = roman_digit(view->code[i]);
        uint32_t next = i + 1 < last ? roman_digit(view->code[i + 1]) : 0;
        if (!here) {
            return 0;
        }
        total = here < next ? total - here : total + here;
    }
    if (last - first > 8 || total > 399) {
        return 0;
    }
    uint32_t tail = total % 10, length = 0, i = last;
    while (ones[tail][length]) {
        length++;
    }
    if (length > last - first) {
        return 0;
    }
    for (; length; length--) {
        if (lower(view->code[--i]) != (unsigned char)ones[tail][length - 1]) {
            return 0;
        }
    }
    for (; i > first; i--) { /* before the ones: tens and hundreds */
        if (roman_digit(view->code[i - 1]) < 10) {
            return 0;
        }
    }
    return total;
}

/* The value of view[first..last) among `words`; 0 if it is none. */
static uint32_t word_value(const struct proviso_lexicon *lexicon,
                           const struct lexicon_numeral *words, uint32_t count,
                           const struct view *view, uint32_t first, uint32_t last) {
    return lexicon_numeral_value(lexicon, words, count, (const char *)&view->code[first],
                                 last - first);
}

static uint32_t suffix_value(const struct proviso_lexicon *lexicon, const struct view *view,
                             uint32_t first, uint32_t last) {
    uint32_t value = last - first > 1 ? word_value(lexicon, lexicon->suffixes,
                                                   lexicon->suffix_count, view, first, last)
                                      : 0;
    if (value) {
        return 100 + value;
    }
    if (last == first || last - first > 2) {
        return 0;
    }
    value = 0;
    for (uint32_t i = first; i < last; i++) {
        unsigned char code = lower(view->code[i]);
        if (!view_is_lower(code)) {
            return 0;
        }
        value = value * 32 + (uint32_t)(code - 'a' + 1);
    }
    return value;
}

static uint32_t word_end(const struct view *view, uint32_t index) {
    while (view_is_word(view->code[index])) {
        index++;
    }
    return index;
}

static uint32_t digits_end(const struct view *view, uint32_t index, uint32_t *value) {
    uint32_t sum = 0;
    while (view_is_digit(view->code[index])) {
        sum = sum < 100000 ? sum * 10 + (uint32_t)(view->code[index] - '0') : sum;
        index++;
    }
    *value = sum;
    return index;
}

uint32_t number_read_suffix(const struct proviso_lexicon *lexicon, const struct view *view,
                            uint32_t index, struct number *number) {
    uint32_t first = view->code[index] == ' ' ? index + 1 : index;
    uint32_t last = word_end(view, first);
    if (number->suffix || first == index || last - first < 2) {
        return index;
    }
    uint32_t value =
        word_value(lexicon, lexicon->suffixes, lexicon->suffix_count, view, first, last);
    if (!value) {
        return index;
    }
    number->suffix = 100 + value;
    return last;
}

/* 208-A, 12-bis: returns the index after the suffix, or `index`. */
static uint32_t read_dashed(const struct proviso_lexicon *lexicon, const struct view *view,
                            uint32_t index, struct number *number) {
    uint32_t last = word_end(view, index + 1), text = view_skip_space(view, last);
    bool letter = last == index + 2 && view_is_upper(view->code[index + 1]) &&
                  !view_is_lower(view->code[text]); /* 3-A person */
    bool word = last > index + 3 && view_is_lower(view->code[index + 1]);
    if (view->code[index] != '-' || !(letter || word)) {
        return index;
    }
    uint32_t value = suffix_value(lexicon, view, index + 1, last);
    number->suffix = value;
    return value ? last : index;
}

static uint32_t read_digits(const struct proviso_lexicon *lexicon, const struct view *view,
                            uint32_t index, struct number *number) {
    uint32_t end = digits_end(view, index, &number->digits);
    uint32_t last = word_end(view, end);
    if (last > end) {
        number->suffix = suffix_value(lexicon, view, end, last);
        if (!number->suffix) {
            return 0; /* 2nd, 64bit */
        }
        end = last;
    }
    if (view->code[end] == '^' && view_is_digit(view->code[end + 1]) && !number->suffix) { /* 3^1 */
        end = digits_end(view, end + 1, &number->suffix);
        number->suffix = number->suffix < 100 ? number->suffix : 99; /* 100 and more are words */
    }
    for (uint32_t i = 0; i < MINOR_LIMIT; i++) { /* 272.1, 496-1, 76-6-703, 3:15 */
        unsigned char code = view->code[end];
        if ((code != '.' && code != '-' && code != ':') || !view_is_digit(view->code[end + 1])) {
            break;
        }
        end = digits_end(view, end + 1, &number->minor[i]);
    }
    number->classes = CLASS_DIGIT;
    end = number->suffix ? end : read_dashed(lexicon, view, end, number);
    return number->digits ? end : 0;
}

static void read_letters(const struct view *view, uint32_t first, uint32_t last,
                         struct number *number) {
    bool upper = view_is_upper(view->code[first]);
    for (uint32_t i = first; i < last; i++) {
        bool suffix = i == last - 1 && i > first && !upper; /* dA comes after d */
        if ((view_is_upper(view->code[i]) != upper && !suffix) || view_is_digit(view->code[i])) {
            return;
        }
    }
    uint32_t length = last - first, letter = (uint32_t)(lower(view->code[first]) - 'a' + 1);
    bool doubled = length == 2 && view->code[first] == view->code[first + 1];
    if (length == 1 || doubled) {
        number->letters = letter + (doubled ? 26 : 0);
        number->classes |= upper ? CLASS_UPPER : CLASS_LOWER;
    } else if (length == 2) {
        number->letters = letter;
        number->suffix = (uint32_t)(lower(view->code[first + 1]) - 'a' + 1);
        number->classes |= upper ? CLASS_UPPER : CLASS_LOWER;
    }
    number->roman = roman_value(view, first, last);
    if (number->roman) {
        number->classes |= upper ? CLASS_ROMAN_UPPER : CLASS_ROMAN_LOWER;
    }
}

/* "Ier", "IVbis": capitals and a suffix of numbers in one word. */
static uint32_t read_glued(const struct proviso_lexicon *lexicon, const struct view *view,
                           uint32_t first, uint32_t last, struct number *number) {
    uint32_t end = first;
    while (view_is_upper(view->code[end])) {
        end++;
    }
    uint32_t value = end > first && end < last ? word_value(lexicon, lexicon->suffixes,
                                                            lexicon->suffix_count, view, end, last)
                                               : 0;
    if (!value) {
        return 0;
    }
    read_letters(view, first, end, number);
    number->suffix = 100 + value;
    return number->classes & CLASS_ROMAN_UPPER ? last : 0;
}

uint32_t number_read_spelt(const struct proviso_lexicon *lexicon, const struct view *view,
                           uint32_t index, struct number *number) {
    uint32_t last = word_end(view, index);
    if (last - index > 2 && last - index <= 12 && !view_is_digit(view->code[index])) {
        uint32_t value =
            word_value(lexicon, lexicon->numerals, lexicon->numeral_count, view, index, last);
        if (value) {
            *number = (struct number){.digits = value, .classes = CLASS_DIGIT, .spelt = true};
            return last;
        }
    }
    return number_read(lexicon, view, index, number);
}

uint32_t number_read(const struct proviso_lexicon *lexicon, const struct view *view, uint32_t index,
                     struct number *number) {
    *number = (struct number){0};
    if (view_is_digit(view->code[index])) {
        uint32_t end = read_digits(lexicon, view, index, number);
        return end ? number_read_suffix(lexicon, view, end, number) : 0;
    }
    uint32_t last = word_end(view, index);
    if (last == index || last - index > 12) {
        return 0;
    }
    if (view_is_digit(view->code[index + 1])) { /* L851-3 */
        uint32_t end = read_digits(lexicon, view, index + 1, number);
        return end && number->minor[0] ? end : 0;
    }
    read_letters(view, index, last, number);
    if (!number->classes) {
        return read_glued(lexicon, view, index, last, number);
    }
    return number_read_suffix(lexicon, view, last, number);
}

uint32_t number_suffix(const struct number *number, uint32_t class_bit) {
    bool roman = class_bit & (CLASS_ROMAN_LOWER | CLASS_ROMAN_UPPER);
    return roman && number->suffix < 100 ? 0 : number->suffix; /* iv is not i with a suffix */
}

uint32_t number_value(const struct number *number, uint32_t class_bit) {
    if (!(number->classes & class_bit)) {
        return 0;
    }
    switch (class_bit) {
    case CLASS_DIGIT:
        return number->digits;
    case CLASS_LOWER:
    case CLASS_UPPER:
        return number->letters;
    default:
        return number->roman;
    }
}
