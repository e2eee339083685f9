package io.dyadwire.processor.topology;

import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What one pair's store holds: the newest {@value #DAYS} days with anything about it, each with the number of articles
 * and its publishers (at most {@value #PUBLISHERS} are told apart).
 */
record PairDays(Map<LocalDate, Day> days) {
    static final int DAYS = 8;
    static final int PUBLISHERS = 1000;

    static final PairDays NONE = new PairDays(Map.of());

    record Day(long articles, Set<String> publishers) {
        Day plus(String publisher) {
            Set<String> more = new TreeSet<>(publishers);
            if (more.size() < PUBLISHERS) {
                more.add(publisher);
            }
            return new Day(articles + 1, more);
        }
    }

    /** With this article counted on the day it was fetched (UTC). A day older than those kept is not counted. */
    PairDays plus(PairMention mention) {
        TreeMap<LocalDate, Day> more = new TreeMap<>(days);
        String publisher = mention.publisher() == null ? "" : mention.publisher();
        more.merge(dayOf(mention), new Day(1, Set.of(publisher)), (day, one) -> day.plus(publisher));
        while (more.size() > DAYS) {
            more.pollFirstEntry();
        }
        return new PairDays(more);
    }

    /** The day of this article as it now stands, or null when it is too old to be kept. */
    @Nullable
    PairActivity activity(PairMention mention) {
        LocalDate day = dayOf(mention);
        Day counted = days.get(day);
        if (counted == null) {
            return null;
        }
        return new PairActivity(
                mention.pair(), day, counted.articles(), counted.publishers().size(), baseline(day));
    }

    /** Mean over the seven days before, counting days without an article, from the first day that is known. */
    private @Nullable Double baseline(LocalDate day) {
        NavigableMap<LocalDate, Day> before = new TreeMap<>(days).headMap(day, false);
        if (before.isEmpty()) {
            return null;
        }
        LocalDate from = before.firstKey().isBefore(day.minusDays(7)) ? day.minusDays(7) : before.firstKey();
        Collection<Day> counted = before.tailMap(from, true).values();
        double articles = counted.stream().mapToLong(Day::articles).sum();
        return articles / (day.toEpochDay() - from.toEpochDay());
    }

    private static LocalDate dayOf(PairMention mention) {
        return mention.fetchedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }
}
