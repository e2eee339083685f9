package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.Deadline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is kept of what was said, and what of that is worth showing.
 *
 * <p>Nothing is dropped up to {@value #MOST} statements, so that their order of arrival makes no difference. Beyond, the
 * oldest statement goes without which the deadline stands as it does: first among those that say what their publisher said just
 * before, then among those that copy another voice, then among the rest; where each one matters, the second oldest. The first
 * and the last are always kept.
 */
final class Remembered {
    static final int MOST = Deadline.MAX_HISTORY;

    private Remembered() {}

    /** At most {@link #MOST} of these, in order. */
    static List<Said> of(List<Said> inOrder) {
        List<Said> kept = new ArrayList<>(inOrder);
        Voices voices = new Voices();
        while (kept.size() > MOST) {
            kept.remove(leastMissed(kept, voices));
        }
        return kept;
    }

    private static int leastMissed(List<Said> all, Voices voices) {
        Standing whole = Retelling.of(all, voices);
        Set<Said> shown = Set.copyOf(worthShowing(all));
        return IntStream.concat(
                        between(all).filter(i -> !shown.contains(all.get(i))),
                        IntStream.concat(between(all).filter(i -> isCopy(all, i, voices)), between(all)))
                .filter(i -> whole == null || whole.isLike(Retelling.of(without(all, i), voices)))
                .findFirst()
                .orElse(1);
    }

    private static IntStream between(List<Said> all) {
        return IntStream.range(1, all.size() - 1);
    }

    private static boolean isCopy(List<Said> all, int i, Voices voices) {
        return all.subList(0, i).stream()
                .anyMatch(before -> before.saysTheSame(all.get(i))
                        && voices.areOne(before.statement(), all.get(i).statement()));
    }

    private static List<Said> without(List<Said> all, int i) {
        List<Said> rest = new ArrayList<>(all);
        rest.remove(i);
        return rest;
    }

    /** Without what a publisher says once more while nobody says anything else. */
    static List<Said> worthShowing(List<Said> inOrder) {
        List<Said> shown = new ArrayList<>();
        Set<String> publishers = new HashSet<>();
        Said before = null;
        for (Said said : inOrder) {
            if (before == null || !before.saysTheSame(said)) {
                publishers.clear();
            }
            if (publishers.add(said.statement().publisher())) {
                shown.add(said);
            }
            before = said;
        }
        return shown;
    }
}
