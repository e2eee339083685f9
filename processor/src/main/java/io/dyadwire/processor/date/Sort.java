package io.dyadwire.processor.date;

/** What part a word plays in a time expression, or in the tense around it. The words of each are in words.txt. */
enum Sort {
    NONE,
    /** Written with digits: 24, 2019. */
    DIGITS,
    /** 24th. */
    NTH,
    /** 1990s. */
    YEARS,
    MONTH,
    WEEKDAY,
    WEEKDAYS,
    UNIT,
    HALF,
    NUMBER,
    ORDINAL,
    A,
    FEW,
    PART,
    CLOCK,
    EDGE,
    LIMIT,
    THIS,
    NEXT,
    LAST,
    FINAL,
    SAME,
    DEICTIC,
    TONIGHT,
    THEN,
    /** Q3, H1. */
    QUARTER_MARK,
    SEASON,
    FREQUENCY,
    EVERY,
    NOW,
    RECENTLY,
    AGO,
    LATER,
    EARLIER,
    HENCE,
    FROM,
    OF,
    THE,
    IN,
    ON,
    BY,
    UNTIL,
    WITHIN,
    TO,
    AND,
    OR,
    THROUGH,
    BETWEEN,
    BEFORE,
    AFTER,
    SINCE,
    AT,
    FOR,
    DURING,
    OVER,
    AROUND,
    OLD,
    FISCAL,
    CALENDAR,
    ERA,
    AM,
    OCLOCK,
    ZONE,
    NOUN,
    /** What a year is the name of: season, model. */
    SERIES,
    DETERMINER,
    WILL,
    MODAL,
    PLAN,
    PRESENT,
    PAST,
    NOT_PAST;

    /** Whether a unit in the plural behind such a word is a length: "for months", "in years". */
    boolean leadsToLength() {
        return switch (this) {
            case FOR, IN, WITHIN, AFTER, OVER -> true;
            default -> false;
        };
    }

    /** Whether a time expression can begin with such a word; the others stand inside one, or tell the tense around it. */
    boolean begins() {
        return switch (this) {
            case DIGITS,
                    NTH,
                    YEARS,
                    MONTH,
                    WEEKDAY,
                    WEEKDAYS,
                    UNIT,
                    HALF,
                    NUMBER,
                    ORDINAL,
                    A,
                    FEW,
                    CLOCK,
                    EDGE,
                    LIMIT,
                    THIS,
                    NEXT,
                    LAST,
                    FINAL,
                    SAME,
                    DEICTIC,
                    TONIGHT,
                    THEN,
                    QUARTER_MARK,
                    SEASON,
                    FREQUENCY,
                    EVERY,
                    NOW,
                    RECENTLY,
                    LATER,
                    EARLIER,
                    THE,
                    FISCAL -> true;
            default -> false;
        };
    }
}
