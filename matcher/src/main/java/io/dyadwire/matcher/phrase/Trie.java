package io.dyadwire.matcher.phrase;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sequences of word ids, and what each ends with. Node 0 means none. Steps from the root are an
 * array by word id, since nearly every word of a text takes one; all other steps are one open-addressing table.
 */
final class Trie {
    /** Bits that say which steps may be there: 8 KB that stay near, where the table of steps does not. */
    private static final int BITS = 16;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long[] maybe = new long[1 << (BITS - 6)];
    private int[] fromRoot = new int[64];
    private long[] steps = new long[64];
    private int[] targets = new int[64];
    private int stepCount;
    private int nodes = 2;
    private Phrase @Nullable [][] ends = new Phrase[64][];

    void add(int[] wordIds, Phrase phrase) {
        int node = addFirst(wordIds[0]);
        for (int i = 1; i < wordIds.length; i++) {
            node = addStep(node, wordIds[i]);
        }
        Phrase[] others = ends[node];
        ends[node] = others == null ? new Phrase[1] : Arrays.copyOf(others, others.length + 1);
        ends[node][ends[node].length - 1] = phrase;
    }

    /** The node after a first word, 0 if no phrase begins with it. */
    int first(int wordId) {
        return wordId < fromRoot.length ? fromRoot[wordId] : 0;
    }

    /** The words that phrases begin with. */
    int[] firstWords() {
        return IntStream.range(0, fromRoot.length)
                .filter(word -> fromRoot[word] != 0)
                .toArray();
    }

    /** The node after one more word, 0 if no phrase goes on so. */
    int next(int node, int wordId) {
        long step = key(node, wordId);
        if (wordId == 0 || (maybe[bit(step) >>> 6] & (1L << bit(step))) == 0) {
            return 0;
        }
        int mask = steps.length - 1;
        for (int slot = slot(step, mask); ; slot = (slot + 1) & mask) {
            if (steps[slot] == step) {
                return targets[slot];
            }
            if (steps[slot] == 0) {
                return 0;
            }
        }
    }

    /** The phrases that end here, null if none does. Not to be changed. */
    Phrase @Nullable [] endsAt(int node) {
        return ends[node];
    }

    private int addFirst(int wordId) {
        if (wordId >= fromRoot.length) {
            fromRoot = Arrays.copyOf(fromRoot, Math.max(wordId + 1, fromRoot.length * 2));
        }
        if (fromRoot[wordId] == 0) {
            fromRoot[wordId] = newNode();
        }
        return fromRoot[wordId];
    }

    private int addStep(int node, int wordId) {
        int known = next(node, wordId);
        if (known != 0) {
            return known;
        }
        if (++stepCount * 2 > steps.length) {
            grow();
        }
        int target = newNode();
        long step = key(node, wordId);
        maybe[bit(step) >>> 6] |= 1L << bit(step);
        put(step, target);
        return target;
    }

    private int newNode() {
        if (nodes == ends.length) {
            ends = Arrays.copyOf(ends, nodes * 2);
        }
        return nodes++;
    }

    private void put(long step, int target) {
        int mask = steps.length - 1;
        int slot = slot(step, mask);
        while (steps[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        steps[slot] = step;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldSteps = steps;
        int[] oldTargets = targets;
        steps = new long[oldSteps.length * 2];
        targets = new int[oldSteps.length * 2];
        for (int i = 0; i < oldSteps.length; i++) {
            if (oldSteps[i] != 0) {
                put(oldSteps[i], oldTargets[i]);
            }
        }
    }

    /** Never 0: nodes with steps count from 2. */
    private static long key(int node, int wordId) {
        return ((long) node << 32) | wordId;
    }

    private static int slot(long step, int mask) {
        return (int) ((step * MIX) >>> 32) & mask;
    }

    private static int bit(long step) {
        return (int) ((step * MIX) >>> (Long.SIZE - BITS));
    }
}
