package io.dyadwire.matcher.phrase;

/** How closely a text must follow the words of a phrase. */
public enum Match {
    /**
     * As written, case and accents included: "US" is not "us", "Turkey" not "turkey". A word in capitals is also found
     * with its dots: "US" in "U.S.".
     */
    EXACT_CASE,
    /** The same words in any case, with or without accents. */
    EXACT,
    /** The same words in any English inflection: "export control" in "Export Controls". */
    FOLDED
}
