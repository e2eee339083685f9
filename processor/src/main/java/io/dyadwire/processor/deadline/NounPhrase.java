package io.dyadwire.processor.deadline;

/** How far a noun phrase goes: "summit of the two leaders in Osaka". */
final class NounPhrase {
    private static final int MOST = 7;

    private NounPhrase() {}

    /** The last token of the phrase that this noun is in. */
    static int end(Clause c, int noun) {
        int end = noun;
        while (end < c.to() && end < noun + MOST && goesOn(c, end + 1)) {
            end++;
        }
        while (c.capital(end) && c.capital(end + 1) && c.before(end + 1) == 0 && !c.dated(end + 1)) {
            end++;
        }
        while (end > noun && What.trailing(c.cue(end))) {
            end--;
        }
        return end;
    }

    private static boolean goesOn(Clause c, int i) {
        boolean joined = c.before(i) == 0 || c.before(i) == '-';
        return joined
                && !c.dated(i)
                && switch (c.cue(i)) {
                    case NONE -> !c.endsInEd(i);
                    case OF, ON, IN, THE, AND, FOR, WITH, BETWEEN, EVENT, TO -> true;
                    default -> false;
                };
    }
}
