package io.dyadwire.contract.pair;

import io.dyadwire.contract.Check;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much was written about a pair on one day (UTC, by fetch time). Key on Kafka: {@code pair}; the newest record of a
 * key is the newest day.
 *
 * @param articles articles about the pair, each counted once however often it was edited
 * @param publishers distinct publishers (feeds, where no publisher is known)
 * @param baseline mean articles a day over the days before, up to seven; absent on the first day
 */
public record PairActivity(
        Pair pair,
        LocalDate day,
        long articles,
        int publishers,
        @Nullable Double baseline) {
    public PairActivity {
        Check.present("pair", pair);
        Check.present("day", day);
        Check.atLeast("articles", articles, 0);
        Check.atLeast("publishers", publishers, 0);
        Check.that(
                baseline == null || (baseline >= 0 && Double.isFinite(baseline)),
                () -> "baseline: " + baseline + " is not a number of articles");
    }
}
