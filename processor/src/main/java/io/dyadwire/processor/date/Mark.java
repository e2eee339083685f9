package io.dyadwire.processor.date;

/** What a word means in a file of {@link MarkedWords}: a line has the name of one, a number where it has one, and the words. */
enum Mark {
    NONE,
    /** Behind the number of a year, a month, a day. */
    YEAR,
    MONTH,
    DAY,
    /** Behind the mark of a day: it counts days and names none (3日間, 2일 만에). */
    COUNTS,
    /** Number: the year before its first. */
    ERA,
    /** The first year of an era, in place of a number. */
    FIRST,
    /** Number: 1 is Monday. */
    WEEKDAY,
    /** Number: how many days, weeks, months, years from the publication day. */
    DAY_AWAY,
    WEEK_AWAY,
    MONTH_AWAY,
    YEAR_AWAY,
    /** Number: how many days, months, years from the date told before. */
    DAY_FROM,
    MONTH_FROM,
    YEAR_FROM,
    /** Before a date without a year, or a weekday: the next one, the last one. */
    COMING,
    PASSED,
    /** Between the parts of a date. */
    LINK
}
