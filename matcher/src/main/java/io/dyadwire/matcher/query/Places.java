package io.dyadwire.matcher.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ranges of word positions, both ends inclusive; a growing list. */
final class Places {
    private int count;
    private long[] ranges = new long[8];

    void add(int first, int last) {
        if (count == ranges.length) {
            ranges = Arrays.copyOf(ranges, count * 2);
        }
        ranges[count++] = ((long) first << 32) | last;
    }

    int count() {
        return count;
    }

    int first(int i) {
        return (int) (ranges[i] >>> 32);
    }

    int last(int i) {
        return (int) ranges[i];
    }

    /** By first word, then by last; equal ranges once. */
    Places sorted() {
        Arrays.sort(ranges, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || ranges[i] != ranges[kept - 1]) {
                ranges[kept++] = ranges[i];
            }
        }
        count = kept;
        return this;
    }

    /** The ranges as places in the texts. */
    List<MatchSpan> spans(Occurrences there) {
        List<MatchSpan> spans = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            spans.add(there.span(first(i), last(i)));
        }
        return spans;
    }

    /** The same ranges written last word first, so that sorting goes by their ends. */
    Places endsFirst() {
        Places turned = new Places();
        for (int i = 0; i < count; i++) {
            turned.add(/* first= */ last(i), /* last= */ first(i));
        }
        return turned;
    }

    /** Of sorted ranges, the index of the first that begins after this position, {@link #count()} if none does. */
    int firstAfter(int position) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (first(middle) <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
