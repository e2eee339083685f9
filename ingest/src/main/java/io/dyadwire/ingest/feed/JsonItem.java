package io.dyadwire.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.ingest.text.PlainText;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** One item of a JSON Feed in our shape. */
record JsonItem(JsonNode item, URI base, Problems problems) {
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_GUID = 4_000;

    ParsedItem toParsedItem(@Nullable URI site) {
        String id = text(item, "id");
        ItemLink link = link(id, site);
        String summary = escaped(text(item, "summary"));
        String html = text(item, "content_html");
        String content = html == null ? escaped(text(item, "content_text")) : html;
        String published = text(item, "date_published");
        String updated = text(item, "date_modified");
        return new ParsedItem(
                id == null || id.length() <= MAX_GUID ? id : id.substring(0, MAX_GUID),
                link == null ? null : link.url(),
                Headline.of(line(item, "title"), summary, content, problems),
                summary,
                content,
                date(published),
                published,
                date(updated),
                updated,
                authors(),
                names(item.path("tags")),
                text(item, "language"),
                link == null ? null : link.source());
    }

    private @Nullable ItemLink link(@Nullable String id, @Nullable URI site) {
        return web(item, "url", base)
                .or(() -> web(item, "external_url", base))
                .map(url -> new ItemLink(url, LinkSource.ITEM))
                .or(() -> HttpUri.parse(id).filter(HttpUri::isWeb).map(url -> new ItemLink(url, LinkSource.GUID)))
                .or(() -> web(item.path("attachments").path(0), "url", base)
                        .map(url -> new ItemLink(url, LinkSource.ATTACHED)))
                .orElse(site == null ? null : new ItemLink(site, LinkSource.SITE));
    }

    private @Nullable Instant date(@Nullable String written) {
        Optional<Instant> date = FeedDates.parse(written);
        if (written != null && date.isEmpty()) {
            problems.add("a date cannot be made out, such as \"" + PlainText.cut(written, 100, "…") + "\"");
        }
        return date.orElse(null);
    }

    /** Version 1.0 has one author, 1.1 a list. */
    private List<String> authors() {
        List<String> names = new ArrayList<>();
        item.path("authors").forEach(author -> names.add(text(author, "name")));
        names.add(text(item.path("author"), "name"));
        return Names.of(names);
    }

    private static List<String> names(JsonNode array) {
        List<String> names = new ArrayList<>();
        array.forEach(name -> names.add(name.asText("")));
        return Names.of(names);
    }

    static String line(JsonNode node, String field) {
        return PlainText.cut(PlainText.lineOfText(text(node, field)), MAX_TITLE, "…");
    }

    static Optional<URI> web(JsonNode node, String field, URI base) {
        return ItemLink.web(text(node, field), base);
    }

    /** A string or number; ids are numbers in some feeds. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        String text = value.isValueNode() && !value.isNull() ? value.asText("").strip() : "";
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String escaped(@Nullable String plain) {
        return plain == null ? null : Entities.escape(plain);
    }
}
