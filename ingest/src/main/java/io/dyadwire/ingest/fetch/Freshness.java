package io.dyadwire.ingest.fetch;

import io.dyadwire.ingest.feed.FeedDates;
import io.dyadwire.outbound.OutboundResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much longer an answer stays fresh (RFC 9111 §4.2): {@code Cache-Control: max-age}, else {@code Expires}, less the
 * time it already lay in a cache. What is not understood says nothing.
 */
final class Freshness {
    private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?([0-9]{1,18})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private Freshness() {}

    static Optional<Duration> of(OutboundResponse answer, Instant now) {
        Optional<Duration> lifetime = maxAge(answer).or(() -> untilExpiry(answer, now));
        return lifetime.map(time -> time.minus(age(answer))).filter(Duration::isPositive);
    }

    private static Optional<Duration> maxAge(OutboundResponse answer) {
        String directives = String.join(",", answer.headers().getOrDefault("cache-control", List.of()));
        Matcher found = MAX_AGE.matcher(directives);
        return found.find() ? Optional.of(Duration.ofSeconds(Long.parseLong(found.group(1)))) : Optional.empty();
    }

    /** By the server's own clock if it tells the time, since ours may run differently. */
    private static Optional<Duration> untilExpiry(OutboundResponse answer, Instant now) {
        return date(answer, "expires")
                .map(expires -> Duration.between(date(answer, "date").orElse(now), expires));
    }

    private static Optional<Instant> date(OutboundResponse answer, String header) {
        return answer.header(header).filter(text -> text.indexOf(' ') > 0).flatMap(FeedDates::parse);
    }

    private static Duration age(OutboundResponse answer) {
        return answer.header("age")
                .map(String::strip)
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(Duration.ZERO);
    }
}
