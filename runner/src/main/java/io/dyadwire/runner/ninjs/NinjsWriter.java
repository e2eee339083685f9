package io.dyadwire.runner.ninjs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.CountryName;
import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.topic.TopicBook;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes tagged articles as IPTC ninjs 3.1 (<a href="https://iptc.org/std/ninjs/">iptc.org/std/ninjs</a>).
 *
 * <table>
 * <caption>Where the tags go</caption>
 * <tr><td>countries</td><td>{@code places}, by IPTC's addresses of ISO 3166-1; {@code rel} is about or mentions</td></tr>
 * <tr><td>topics</td><td>{@code subjects}, one for each IPTC Media Topic, our slug as {@code literal}</td></tr>
 * <tr><td>pairs</td><td>{@code subjects} at an address of our own; {@code rel} is about for a main pair, else mentions</td></tr>
 * <tr><td>deadlines</td><td>{@code events}, and with their dates as {@code associations} of type event</td></tr>
 * </table>
 *
 * The standard has no place for spans of evidence, nor for other dates: they are left out.
 */
public final class NinjsWriter {
    private static final String OURS = "https://dyadwire.io/";
    private static final String MEDIA_TOPIC = "http://cv.iptc.org/newscodes/mediatopic/";
    private static final String ISO_3166 = "http://cvx.iptc.org/iso3166-1a2/";

    private final TopicBook topics;

    /** @param topics knows the labels and IPTC ids of the topics that tags name */
    public NinjsWriter(TopicBook topics) {
        this.topics = topics;
    }

    /** The article as one JSON object. */
    public ObjectNode write(TaggedArticle tagged) {
        Article article = tagged.article();
        ObjectNode item = item(article);
        String creator = "dyadwire/" + tagged.taggerVersion();
        tagged.countries().forEach(tag -> place(item.withArray("places").addObject(), tag));
        tagged.topics().forEach(tag -> topic(item.withArray("subjects"), tag, creator));
        tagged.pairs().forEach(tag -> pair(item.withArray("subjects").addObject(), tag, creator));
        for (DeadlineTag tag : tagged.deadlines()) {
            reference(item.withArray("events").addObject(), tag);
            event(item.withArray("associations").addObject(), tag);
        }
        return item;
    }

    private static ObjectNode item(Article article) {
        ObjectNode item = Json.mapper().createObjectNode();
        item.put("uri", address("article", article.id().value()));
        item.putObject("standard")
                .put("name", "ninjs")
                .put("version", "3.1")
                .put("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json");
        item.put("type", "text");
        item.put("representationType", article.textKind() == TextKind.FULL ? "full" : "partial");
        item.put("profile", "dyadwire-article-1");
        item.put("version", Integer.toString(article.version()));
        item.put("versionCreated", article.fetchedAt().toString());
        putIfThere(item, "contentCreated", article.publishedAt());
        item.put("pubStatus", "usable");
        putIfThere(item, "language", article.language());
        text(item, "headlines", article.title());
        text(item, "bodies", article.text());
        if (!article.authors().isEmpty()) {
            item.put("by", String.join(", ", article.authors()));
        }
        item.putArray("infoSources")
                .addObject()
                .put("name", article.publisherOrFeed())
                .put("literal", article.feedId());
        if (article.url() != null) {
            item.putArray("altIds")
                    .addObject()
                    .put("role", "canonicalUrl")
                    .put("value", article.url().toString());
        }
        return item;
    }

    private static void putIfThere(ObjectNode item, String name, @Nullable Object value) {
        if (value != null) {
            item.put(name, value.toString());
        }
    }

    private static void text(ObjectNode item, String name, String value) {
        if (!value.isBlank()) {
            item.putArray(name)
                    .addObject()
                    .put("role", "main")
                    .put("contentType", "text/plain")
                    .put("value", value);
        }
    }

    private static void place(ObjectNode place, CountryTag tag) {
        place.put("name", CountryName.english(tag.code()));
        place.put("rel", tag.role() == Role.ABOUT ? "about" : "mentions");
        CountryName.alpha2(tag.code()).ifPresent(alpha2 -> place.put("uri", ISO_3166 + alpha2));
        place.put("literal", tag.code());
    }

    private void topic(ArrayNode subjects, TopicTag tag, String creator) {
        List<String> iptc = topics.iptc(tag.topic());
        List<String> addresses = iptc.isEmpty()
                ? List.of(address("topic", tag.topic()))
                : iptc.stream().map(MEDIA_TOPIC::concat).toList();
        for (String address : addresses) {
            subjects.addObject()
                    .put("name", topics.label(tag.topic()))
                    .put("rel", "about")
                    .put("uri", address)
                    .put("literal", tag.topic())
                    .put("creator", creator)
                    .put("confidence", percent(tag.score()));
        }
    }

    private static void pair(ObjectNode subject, PairTag tag, String creator) {
        String one = CountryName.english(tag.pair().first());
        String other = CountryName.english(tag.pair().second());
        subject.put("name", one + " and " + other)
                .put("rel", tag.main() ? "about" : "mentions")
                .put("uri", address("pair", tag.pair().value()))
                .put("literal", tag.pair().value())
                .put("creator", creator)
                .put("relevance", percent(tag.salience()));
    }

    private static void reference(ObjectNode event, DeadlineTag tag) {
        event.put("id", tag.id())
                .put("name", tag.what())
                .put("rel", "mentions")
                .put("uri", address("deadline", tag.id()))
                .put("literal", tag.date().value());
    }

    private static void event(ObjectNode event, DeadlineTag tag) {
        boolean ends = tag.kind() == DeadlineKind.DEADLINE;
        event.put("name", tag.what())
                .put("rel", tag.kind().name().toLowerCase(Locale.ROOT))
                .put("uri", address("deadline", tag.id()))
                .put("type", "event")
                .put("title", tag.what());
        event.putObject("eventDetails")
                .putObject("dates")
                .put(ends ? "expectedEndDate" : "expectedStartDate", date(tag.date(), ends));
    }

    /** The standard knows years, months and days: of a week or quarter it gets the last day, or the first of an event. */
    private static String date(PartialDate date, boolean ends) {
        return switch (date.precision()) {
            case DAY, MONTH, YEAR -> date.value();
            case WEEK, QUARTER -> (ends ? date.lastDay() : date.firstDay()).toString();
        };
    }

    private static String address(String kind, String id) {
        return OURS + kind + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static long percent(double share) {
        return Math.round(100 * share);
    }
}
