package io.dyadwire.processor.country;

import java.util.Locale;

/** What is special about a name; written in the data files in lower case with hyphens. */
enum NameFlag {
    /** Only with exactly these capitals: "US", not "us" or "Us". */
    CASED,
    /** Also a first name or surname: not beside another part of a personal name. */
    PERSON,
    /** A state of the U.S. or its abbreviation. */
    US_STATE,
    /** A state and a country are called so: the text decides. */
    US_NAMESAKE,
    /** Only beside a stronger name of the same country. */
    WEAK,
    /** The bare word for both Koreas. */
    KOREA,
    /** Land of several countries: stands for those that the text names otherwise. */
    PENINSULA,
    /** Also the seat of the European Union: never its country's government. */
    EU_SEAT,
    /** An institution of local life in the U.S., which places an article that names no other country. */
    US_LOCAL,
    /** Many towns are called like this country. */
    TOWN,
    /** A leader's surname is enough. */
    SURNAME;

    static NameFlag of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
