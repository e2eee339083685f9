package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Article;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.Dateline;
import io.dyadwire.processor.text.Document;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The clock that the words of an article go by: that of its dateline ("TOKYO (Kyodo) --"), else that of the offset in
 * which its feed dates it, else UTC. An article from Tokyo published at 2019-08-13T22:00Z says "today" for Aug. 14.
 *
 * <p>Midnight UTC, to the second, is how a feed that knows the day but not the time is read, so it is no earlier day
 * anywhere.
 */
final class PublicationTime {
    /** So many words a place in a dateline has at most. */
    private static final int PLACE = 3;

    private final Zones zones;

    PublicationTime(Zones zones) {
        this.zones = zones;
    }

    /** When the article was published, by the clock where it was filed. */
    LocalDateTime of(Document document) {
        Article article = document.article();
        Instant at = article.referenceTime();
        LocalDateTime utc = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        ZoneId zone = zoneOf(document);
        zone = zone == null ? offset(article.publishedRaw()) : zone;
        if (zone == null) {
            return utc;
        }
        LocalDateTime local = LocalDateTime.ofInstant(at, zone);
        boolean onlyADay = utc.toLocalTime().equals(LocalTime.MIDNIGHT) && local.isBefore(utc);
        return onlyADay ? utc : local;
    }

    /** That of the place in the dateline; null when there is none, or none that we know. */
    @Nullable
    ZoneId zoneOf(Document document) {
        Tokens text = document.text();
        int words = Math.min(PLACE, Dateline.end(text));
        for (int n = words; n > 0; n--) {
            String place = text.source().substring(text.start(0), text.end(n - 1));
            ZoneId zone = zones.of(place);
            if (zone != null) {
                return zone;
            }
        }
        return null;
    }

    /** The +09:00 at the end of "2019-08-14T07:00:00+09:00" or "Wed, 14 Aug 2019 07:00:00 +0900"; null when there is none. */
    static @Nullable ZoneOffset offset(@Nullable String raw) {
        String time = raw == null ? "" : raw.strip();
        int sign = Math.max(time.lastIndexOf('+'), time.lastIndexOf('-'));
        if (sign < 0 || time.lastIndexOf(':', sign) < 0) {
            return null;
        }
        String digits = time.substring(sign + 1).replace(":", "");
        if (digits.length() != 4 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int minutes = Integer.parseInt(digits.substring(0, 2)) * 60 + Integer.parseInt(digits.substring(2));
        return minutes > 14 * 60 ? null : ZoneOffset.ofTotalSeconds((time.charAt(sign) == '-' ? -60 : 60) * minutes);
    }
}
