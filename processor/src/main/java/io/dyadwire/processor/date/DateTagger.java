package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expressions of an article and the values they have on the day that it was published, by the clock of the
 * place in its dateline, see {@link #publishedAt}. An article in Japanese or Korean is read by the words of its language
 * (absolute and relative days, months and years, weekdays), any other as English.
 *
 * <p>Values follow TIMEX3 (ISO-TimeML): {@code 2019-08-24}, {@code 2019-W34}, {@code 2019-Q3}, {@code 2019-SU}, {@code
 * 199} (a decade), {@code 2019-08-16TMO}, {@code 2019-08-16T09:00}, {@code P3D}, {@code PXM}, {@code XXXX-WXX-1}, {@code
 * PAST_REF}. A time told with a zone has its offset: {@code 2019-08-16T09:00-04:00}; the day is that of the words.
 *
 * <p>Thread-safe. Any text is accepted; what cannot be resolved is left out.
 */
public final class DateTagger {
    private final Map<String, Language> others =
            Map.of("ja", new MarkedDates("ja.txt"), "ko", new MarkedDates("ko.txt"));
    private final Language english;
    private final PublicationTime time;

    public DateTagger(Vocabulary vocabulary) {
        Zones zones = new Zones();
        english = new EnglishDates(vocabulary, zones);
        time = new PublicationTime(zones);
    }

    /** The time expressions of title and text, in order of place; the title first. */
    public List<DateTag> tag(Document document) {
        Language language = language(document.article().language());
        Supplier<LocalDateTime> published = () -> time.of(document);
        List<DateTag> tags = new ArrayList<>();
        for (Field field : Field.values()) {
            language.read(document.of(field), field, published, tags);
        }
        return List.copyOf(tags);
    }

    /** When the article was published, by the clock that its words go by: of its dateline, else of its feed, else UTC. */
    public LocalDateTime publishedAt(Document document) {
        return time.of(document);
    }

    /** That of the place in the dateline; null when there is none, or none that we know. */
    public @Nullable ZoneId zoneOf(Document document) {
        return time.zoneOf(document);
    }

    /** By the first part of a BCP 47 tag: {@code ja} of {@code ja-JP}. */
    private Language language(@Nullable String tag) {
        String code = tag == null || tag.length() < 2 ? "" : tag.substring(0, 2);
        boolean whole = tag != null && (tag.length() == 2 || tag.charAt(2) == '-');
        return whole ? others.getOrDefault(code, english) : english;
    }
}
