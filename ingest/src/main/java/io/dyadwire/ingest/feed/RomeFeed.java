package io.dyadwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.ingest.text.PlainText;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** ROME's view of a feed in our shape. Dates are read again from the tree, since ROME forgets those it cannot parse. */
final class RomeFeed {
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_TITLE_HTML = 20 * MAX_TITLE;
    private static final int MAX_GUID = 4_000;

    private final SyndFeed feed;
    private final List<Element> elements;
    private final Element root;
    private final URI base;
    private final @Nullable URI site;
    private final @Nullable FeedHints hints;
    private final HubLinks hubs;
    private final Problems problems;

    RomeFeed(SyndFeed feed, Element root, URI base, @Nullable FeedHints hints, HubLinks hubs, Problems problems) {
        this.feed = feed;
        this.hints = hints;
        this.hubs = hubs;
        this.root = root;
        this.base = FeedTree.ownAddress(root, base);
        this.problems = problems;
        this.elements = FeedTree.items(root);
        this.site = site();
    }

    ParsedFeed toParsedFeed() {
        List<ParsedItem> items = new ArrayList<>();
        List<SyndEntry> entries = feed.getEntries();
        if (entries.size() != elements.size()) {
            throw new IllegalArgumentException(
                    entries.size() + " of " + elements.size() + " items are where they belong");
        }
        for (int i = 0; i < entries.size() && !Thread.currentThread().isInterrupted(); i++) {
            items.add(item(entries.get(i), elements.get(i)));
        }
        String type = feed.getFeedType() == null ? "unknown" : feed.getFeedType();
        String title = title(feed.getTitleEx(), feed.getTitle(), root);
        return new ParsedFeed(type, title, site, language(), items, hints, hubs, problems.list(), !problems.isCutOff());
    }

    private ParsedItem item(SyndEntry entry, Element element) {
        String guid = blankToNull(FeedTree.guid(element));
        ItemLink link = ItemLink.of(entry, element, guid, FeedTree.base(element, base), site);
        String summary = summary(entry, element);
        String content = content(entry, element, summary);
        String published = FeedTree.published(element);
        String updated = FeedTree.updated(element);
        return new ParsedItem(
                cut(guid, MAX_GUID),
                link == null ? null : link.url(),
                Headline.of(title(entry.getTitleEx(), entry.getTitle(), element), summary, content, problems),
                summary,
                content,
                date(published, entry.getPublishedDate()),
                published,
                date(updated, entry.getUpdatedDate()),
                updated,
                authors(entry),
                Names.of(entry.getCategories().stream()
                        .map(SyndCategory::getName)
                        .toList()),
                FeedTree.language(element),
                link == null ? null : link.source());
    }

    private static @Nullable String summary(SyndEntry entry, Element element) {
        String value = entry.getDescription() == null ? "" : value(entry.getDescription());
        return blankToNull(value.isBlank() ? ItemText.summary(element) : value);
    }

    private @Nullable Instant date(@Nullable String written, @Nullable Date romes) {
        Optional<Instant> ours = FeedDates.parse(written);
        if (written != null && ours.isEmpty()) {
            problems.add("a date cannot be made out, such as \"" + written + "\"");
        }
        return ours.orElse(romes == null || written != null ? null : romes.toInstant());
    }

    private static @Nullable String content(SyndEntry entry, Element element, @Nullable String summary) {
        return entry.getContents().stream()
                .map(RomeFeed::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElseGet(() -> blankToNull(ItemText.content(element, summary)));
    }

    /** As HTML: what is declared plain text is escaped, so that a reader of HTML gets it back as it was. */
    private static String value(SyndContent content) {
        String value = content.getValue() == null ? "" : content.getValue();
        return isPlain(content) ? Entities.escape(value) : value;
    }

    private static boolean isPlain(SyndContent content) {
        return "text".equalsIgnoreCase(content.getType()) || "text/plain".equalsIgnoreCase(content.getType());
    }

    /** Titles are often escaped once more than their format asks for. */
    private static String title(@Nullable SyndContent said, @Nullable String plain, Element element) {
        String line = said != null && isPlain(said)
                ? PlainText.lineOfText(cut(said.getValue(), MAX_TITLE_HTML))
                : PlainText.lineOfText(
                        PlainText.lineOfHtml(cut(said == null ? plain : said.getValue(), MAX_TITLE_HTML)));
        if (line.isBlank()) {
            line = PlainText.lineOfText(PlainText.lineOfHtml(cut(ItemText.title(element), MAX_TITLE_HTML)));
        }
        return PlainText.cut(line, MAX_TITLE, "…");
    }

    private @Nullable URI site() {
        URI from = FeedTree.base(root, base);
        return ItemLink.web(feed.getLink(), from)
                .or(() -> feed.getLinks().stream()
                        .filter(link -> link.getRel() == null || link.getRel().equals("alternate"))
                        .flatMap(link -> ItemLink.web(link.getHref(), from).stream())
                        .findFirst())
                .orElse(null);
    }

    private @Nullable String language() {
        String said = feed.getLanguage() == null ? FeedTree.language(root) : feed.getLanguage();
        return blankToNull(said);
    }

    private static List<String> authors(SyndEntry entry) {
        List<String> names = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            names.add(person.getName() == null || person.getName().isBlank() ? person.getEmail() : person.getName());
        }
        if (names.isEmpty() && entry.getAuthor() != null) {
            names.add(entry.getAuthor());
        }
        return Names.of(names);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
