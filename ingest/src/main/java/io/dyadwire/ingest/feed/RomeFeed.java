package io.dyadwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndCategory;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.feed.synd.SyndPerson;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.ingest.text.PlainText;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** ROME's view of a feed in our shape. Dates are read again from the tree, since ROME forgets those it cannot parse. */
final class RomeFeed {
    private static final int MAX_TITLE = 1_000;
    private static final int MAX_GUID = 4_000;
    private static final int MAX_NAMES = 50;
    private static final int MAX_NAME = 200;

    private final SyndFeed feed;
    private final List<Element> elements;
    private final Element root;
    private final URI base;
    private final @Nullable FeedHints hints;

    RomeFeed(SyndFeed feed, Element root, URI base, @Nullable FeedHints hints) {
        this.feed = feed;
        this.root = root;
        this.base = base;
        this.hints = hints;
        this.elements = FeedTree.items(root);
    }

    ParsedFeed toParsedFeed() {
        List<ParsedItem> items = new ArrayList<>();
        List<SyndEntry> entries = feed.getEntries();
        boolean aligned = entries.size() == elements.size();
        for (int i = 0; i < entries.size(); i++) {
            items.add(item(entries.get(i), aligned ? elements.get(i) : null));
        }
        String type = feed.getFeedType() == null ? "unknown" : feed.getFeedType();
        return new ParsedFeed(type, title(feed.getTitleEx(), feed.getTitle()), feedLink(), language(), items, hints);
    }

    private ParsedItem item(SyndEntry entry, @Nullable Element element) {
        URI itemBase = element == null ? base : FeedTree.base(element, base);
        String guid = blankToNull(element == null ? entry.getUri() : FeedTree.guid(element));
        String published = element == null ? null : FeedTree.published(element);
        String updated = element == null ? null : FeedTree.updated(element);
        return new ParsedItem(
                cut(guid, MAX_GUID),
                itemLink(entry, guid, element, itemBase),
                title(entry.getTitleEx(), entry.getTitle()),
                entry.getDescription() == null ? null : blankToNull(value(entry.getDescription())),
                content(entry),
                date(published, entry.getPublishedDate()),
                published,
                date(updated, entry.getUpdatedDate()),
                authors(entry),
                names(entry.getCategories().stream().map(SyndCategory::getName).toList()),
                element == null ? null : FeedTree.language(element));
    }

    private static @Nullable Instant date(@Nullable String written, @Nullable Date romes) {
        Optional<Instant> ours = FeedDates.parse(written);
        return ours.orElse(romes == null || written != null ? null : romes.toInstant());
    }

    private static @Nullable String content(SyndEntry entry) {
        return entry.getContents().stream()
                .map(RomeFeed::value)
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse(null);
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
    private static String title(@Nullable SyndContent title, @Nullable String plain) {
        String line = title != null && isPlain(title)
                ? PlainText.lineOfText(title.getValue())
                : PlainText.lineOfText(PlainText.lineOfHtml(title == null ? plain : title.getValue()));
        return PlainText.cut(line, MAX_TITLE, "…");
    }

    private @Nullable URI feedLink() {
        return link(feed.getLink(), feed.getLinks(), FeedTree.base(root, base));
    }

    private @Nullable String language() {
        String said = feed.getLanguage() == null ? FeedTree.language(root) : feed.getLanguage();
        return blankToNull(said);
    }

    private static @Nullable URI link(@Nullable String link, List<SyndLink> links, URI base) {
        Optional<URI> first = web(link, base);
        return first.or(() -> links.stream()
                        .filter(l -> l.getRel() == null || l.getRel().equals("alternate"))
                        .flatMap(l -> web(l.getHref(), base).stream())
                        .findFirst())
                .orElse(null);
    }

    /** Without a link, an id that is a whole address is one; ROME takes any id, and RSS may say that it is none. */
    private static @Nullable URI itemLink(SyndEntry entry, @Nullable String guid, @Nullable Element element, URI base) {
        String link = entry.getLink() != null && entry.getLink().strip().equals(guid) ? null : entry.getLink();
        Optional<URI> said = Optional.ofNullable(link(link, entry.getLinks(), base));
        boolean permanent = element == null || FeedTree.idMayBeLink(element);
        return said.or(() -> permanent ? HttpUri.parse(guid).filter(HttpUri::isWeb) : Optional.empty())
                .orElse(null);
    }

    private static Optional<URI> web(@Nullable String link, URI base) {
        return link == null || link.isBlank()
                ? Optional.empty()
                : HttpUri.resolve(base, link).filter(HttpUri::isWeb);
    }

    private List<String> authors(SyndEntry entry) {
        List<String> names = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            names.add(person.getName() == null || person.getName().isBlank() ? person.getEmail() : person.getName());
        }
        if (names.isEmpty() && entry.getAuthor() != null) {
            names.add(entry.getAuthor());
        }
        return names(names);
    }

    private static List<String> names(List<@Nullable String> raw) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : raw) {
            String line = PlainText.cut(PlainText.lineOfHtml(name), MAX_NAME, "…");
            if (!line.isBlank() && names.size() < MAX_NAMES) {
                names.add(line);
            }
        }
        return List.copyOf(names);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable String cut(@Nullable String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
