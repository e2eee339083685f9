package io.dyadwire.processor.pair;

import io.dyadwire.contract.tag.MentionKind;

/** A country named in a sentence: its first and last token, both included. */
record Party(String code, MentionKind kind, int first, int last) {

    /** Another country, called by other words: one name may call two. */
    boolean isApartFrom(Party other) {
        return !code.equals(other.code) && last < other.first;
    }
}
