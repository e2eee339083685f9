package io.dyadwire.ingest.source;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a list of feeds differs from what is on {@code news.feed-sources}.
 *
 * <pre>
 * in the list   on the topic, by       then
 * yes           nobody                 written, version 1
 * yes           the list or a command  written where it differs, the next version; what was paused stays paused
 * no            the list               gone
 * no            a command              left alone
 * </pre>
 *
 * @param changed to be written, with their versions
 * @param gone ids to be taken off
 */
public record SourceChanges(List<FeedSource> changed, List<String> gone) {
    public SourceChanges {
        changed = List.copyOf(changed);
        gone = List.copyOf(gone);
    }

    /**
     * What must be written to bring the topic in line with the list.
     *
     * @param known what is on the topic, by feed id
     */
    public static SourceChanges between(Map<String, FeedSource> known, Collection<FeedSource> list) {
        List<FeedSource> changed = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (FeedSource wanted : list) {
            listed.add(wanted.feedId());
            FeedSource now = after(known.get(wanted.feedId()), wanted);
            if (!now.equals(known.get(wanted.feedId()))) {
                changed.add(now);
            }
        }
        List<String> gone = known.values().stream()
                .filter(source -> source.origin() == FeedOrigin.FILE && !listed.contains(source.feedId()))
                .map(FeedSource::feedId)
                .sorted()
                .toList();
        return new SourceChanges(changed, gone);
    }

    private static FeedSource after(@Nullable FeedSource before, FeedSource wanted) {
        if (before == null) {
            return wanted.withVersion(1);
        }
        FeedSource same = wanted.withVersion(before.version()).withPaused(before.paused());
        return same.equals(before) ? before : same.withVersion(before.version() + 1);
    }

    public boolean isEmpty() {
        return changed.isEmpty() && gone.isEmpty();
    }
}
