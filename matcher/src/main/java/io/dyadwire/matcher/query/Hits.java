package io.dyadwire.matcher.query;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The words and phrases ("leaves") that one text holds, with their places. Places are word positions in one row: those of
 * the title, then a gap that no distance bridges, then those of the text.
 */
final class Hits {
    private int count;
    private int[] first = new int[32];
    private int[] last = new int[32];
    private int[] nextOfLeaf = new int[32];

    /** Leaf + 1, and the chain of its hits; open addressing, at most half full. */
    private int[] leaves = new int[64];

    private int[] heads = new int[64];
    private int[] tails = new int[64];
    private int distinct;

    /** Hits of one leaf come in the order of their first words. */
    void add(int leaf, int firstToken, int lastToken) {
        if (count == first.length) {
            growHits();
        }
        first[count] = firstToken;
        last[count] = lastToken;
        nextOfLeaf[count] = -1;
        chain(leaf, count++);
    }

    boolean has(int leaf) {
        return leaves[slot(leaf)] != 0;
    }

    /** The first hit of a leaf, -1 if there is none. */
    int head(int leaf) {
        int slot = slot(leaf);
        return leaves[slot] == 0 ? -1 : heads[slot];
    }

    /** The next hit of the same leaf, -1 after the last. */
    int next(int hit) {
        return nextOfLeaf[hit];
    }

    int first(int hit) {
        return first[hit];
    }

    int last(int hit) {
        return last[hit];
    }

    void forEachLeaf(IntConsumer eachLeaf) {
        for (int leaf : leaves) {
            if (leaf != 0) {
                eachLeaf.accept(leaf - 1);
            }
        }
    }

    private void chain(int leaf, int hit) {
        int slot = slot(leaf);
        if (leaves[slot] != 0) {
            nextOfLeaf[tails[slot]] = hit;
            tails[slot] = hit;
            return;
        }
        if (++distinct * 2 > leaves.length) {
            growLeaves();
            slot = slot(leaf);
        }
        leaves[slot] = leaf + 1;
        heads[slot] = hit;
        tails[slot] = hit;
    }

    private int slot(int leaf) {
        int mask = leaves.length - 1;
        int mixed = leaf * 0x9E3779B9;
        int slot = (mixed ^ (mixed >>> 16)) & mask;
        while (leaves[slot] != 0 && leaves[slot] != leaf + 1) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void growHits() {
        first = Arrays.copyOf(first, count * 2);
        last = Arrays.copyOf(last, count * 2);
        nextOfLeaf = Arrays.copyOf(nextOfLeaf, count * 2);
    }

    private void growLeaves() {
        int[] oldLeaves = leaves;
        int[] oldHeads = heads;
        int[] oldTails = tails;
        leaves = new int[oldLeaves.length * 2];
        heads = new int[oldLeaves.length * 2];
        tails = new int[oldLeaves.length * 2];
        for (int i = 0; i < oldLeaves.length; i++) {
            if (oldLeaves[i] != 0) {
                int slot = slot(oldLeaves[i] - 1);
                leaves[slot] = oldLeaves[i];
                heads[slot] = oldHeads[i];
                tails[slot] = oldTails[i];
            }
        }
    }
}
