package io.dyadwire.processor.pair;

/** What an article says between two countries, in its plainest sentence; why they are a pair, or are none. */
public enum PairReason {
    BETWEEN("talks, ties or a dispute between the two"),
    TOGETHER("the two do it together or to each other"),
    ACT("one acts on the other"),
    HOST("one only hosts the other, or goes between"),
    PLACE("one is only named by a place in it"),
    ONE_NAME("one name for both"),
    REACTION("one reacts to what is reported of the other"),
    ANSWER("one answers what the sentence before reports of the other"),
    PRONOUN("one, named in the sentence before, acts on the other"),
    BOTH("what both do, as the sentence before names them"),
    BESIDE_ACT("an act is reported, but not between the two"),
    SIDE_BY_SIDE("each acts, but not on the other"),
    THIRD("a third country stands between the two"),
    BORDER("only a border is named"),
    SOURCE("one only says so, or describes the other"),
    ASIDE("only in an aside"),
    LISTED("only listed together"),
    NO_ACT("named in one sentence, but nothing is reported between them"),
    HISTORY("only as history"),
    APART("never in one sentence, and neither reacts to the other");

    private final String words;

    PairReason(String words) {
        this.words = words;
    }

    /** Whether the sentence leans on another, which names what it does not. */
    boolean leans() {
        return this == REACTION || this == ANSWER || this == PRONOUN || this == BOTH;
    }

    /** Whether it is done by both. */
    boolean isMutual() {
        return this == BETWEEN || this == TOGETHER;
    }

    /** Whether one of the two has only lent its ground. */
    boolean isGround() {
        return this == HOST || this == PLACE;
    }

    /** The reason for a reader, without a full stop. */
    public String words() {
        return words;
    }
}
