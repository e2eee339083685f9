package io.dyadwire.processor.measure;

/**
 * How many tags were right, wrong or missed. The shares are 0 to 1, and not a number where there is nothing to share.
 *
 * @param right given, and in the labels
 * @param wrong given, but not in the labels
 * @param missed in the labels, but not given
 */
public record Score(int right, int wrong, int missed) {
    static final Score NONE = new Score(0, 0, 0);

    /** How much of what was given is right. */
    public double precision() {
        return share(right, right + wrong);
    }

    /** How much of what the labels have was given. */
    public double recall() {
        return share(right, right + missed);
    }

    /** The harmonic mean of both. */
    public double f1() {
        return share(2 * right, 2 * right + wrong + missed);
    }

    Score plus(Score other) {
        return new Score(right + other.right, wrong + other.wrong, missed + other.missed);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
