package io.dyadwire.processor.country;

import io.dyadwire.matcher.phrase.HitSink;
import java.util.Arrays;

/** Phrase hits of one text in reading order, the longest first where several begin together. */
final class HitBuffer implements HitSink {
    private static final int LONGEST = 255;

    private long[] hits = new long[32];
    private int count;

    @Override
    public void hit(int id, int firstToken, int lastToken) {
        if (count == hits.length) {
            hits = Arrays.copyOf(hits, count * 2);
        }
        long shortness = (long) LONGEST - Math.min(LONGEST, lastToken - firstToken);
        hits[count++] = (long) firstToken << 32 | shortness << 24 | id;
    }

    HitBuffer sorted() {
        Arrays.sort(hits, 0, count);
        return this;
    }

    int count() {
        return count;
    }

    int first(int i) {
        return (int) (hits[i] >>> 32);
    }

    int last(int i) {
        return first(i) + LONGEST - (int) (hits[i] >>> 24 & 0xFF);
    }

    int id(int i) {
        return (int) (hits[i] & 0xFF_FFFF);
    }
}
