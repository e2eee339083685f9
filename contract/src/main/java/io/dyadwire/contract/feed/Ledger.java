package io.dyadwire.contract.feed;

import io.dyadwire.contract.Check;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything went that a feed ever showed: {@code seen = published + known + sum of dropped}.
 *
 * @param polls requests made
 * @param notModified answers that said nothing changed
 * @param failed polls that gave no feed
 * @param seen items in all answers
 * @param published articles published, edits included
 * @param known items that were published before
 * @param dropped items left out, by reason
 */
public record Ledger(
        long polls, long notModified, long failed, long seen, long published, long known, Map<String, Long> dropped) {
    public static final Ledger EMPTY = new Ledger(0, 0, 0, 0, 0, 0, Map.of());

    public Ledger {
        Check.atLeast("notModified", notModified, 0);
        Check.atLeast("failed", failed, 0);
        Check.that(
                polls >= notModified + failed,
                () -> "polls: " + polls + " made, but " + (notModified + failed) + " not modified or failed");
        Check.atLeast("seen", seen, 0);
        Check.atLeast("published", published, 0);
        Check.atLeast("known", known, 0);
        dropped = Check.map("dropped", dropped);
        dropped.forEach((reason, count) -> Check.atLeast("dropped." + reason, count, 0));
        long out = published
                + known
                + dropped.values().stream().mapToLong(Long::longValue).sum();
        Check.that(seen == out, () -> "ledger: " + seen + " items seen, but " + out + " accounted for");
    }

    public Ledger plus(Ledger other) {
        Map<String, Long> sums = new TreeMap<>(dropped);
        other.dropped.forEach((reason, count) -> sums.merge(reason, count, Long::sum));
        return new Ledger(
                polls + other.polls,
                notModified + other.notModified,
                failed + other.failed,
                seen + other.seen,
                published + other.published,
                known + other.known,
                sums);
    }
}
