package io.dyadwire.ingest.feed;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndLink;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where a person reads an item, and how we know. In order: the link that a redirecting service stands in front of, the
 * item's link, an id that may be one, what is attached, the feed's site.
 */
record ItemLink(URI url, LinkSource source) {
    private static final Set<String> SIDE_LINKS = Set.of("enclosure", "via", "related", "self");
    private static final Set<String> FILES = Set.of("enclosure", "content", "group", "comments", "link");

    /** @param guid the item's id, as written */
    static @Nullable ItemLink of(SyndEntry entry, Element item, @Nullable String guid, URI base, @Nullable URI site) {
        return said(entry, item, guid, base)
                .map(url -> new ItemLink(url, LinkSource.ITEM))
                .or(() -> permanent(item, guid).map(url -> new ItemLink(url, LinkSource.GUID)))
                .or(() -> attached(entry, item, base).map(url -> new ItemLink(url, LinkSource.ATTACHED)))
                .orElse(site == null ? null : new ItemLink(site, LinkSource.SITE));
    }

    /** ROME takes any id for a link where there is none. */
    private static Optional<URI> said(SyndEntry entry, Element item, @Nullable String guid, URI base) {
        for (Element child : item.getChildren()) {
            if (child.getName().equals("origLink")) {
                Optional<URI> original = web(child.getText(), base);
                if (original.isPresent()) {
                    return original;
                }
            }
        }
        String link = entry.getLink() != null && entry.getLink().strip().equals(guid) ? null : entry.getLink();
        return web(link, base)
                .or(() -> first(entry.getLinks(), rel -> rel == null || rel.equals("alternate"), base))
                .or(() -> children(item, "link", base));
    }

    private static Optional<URI> permanent(Element item, @Nullable String guid) {
        Element element = item.getChild("guid");
        boolean never = element != null && "false".equalsIgnoreCase(element.getAttributeValue("isPermaLink"));
        return never ? Optional.empty() : HttpUri.parse(guid).filter(HttpUri::isWeb);
    }

    private static Optional<URI> attached(SyndEntry entry, Element item, URI base) {
        return first(entry.getLinks(), rel -> rel != null && SIDE_LINKS.contains(rel), base)
                .or(() -> children(item, null, base));
    }

    private static Optional<URI> first(List<SyndLink> links, Predicate<@Nullable String> rel, URI base) {
        return links.stream()
                .filter(link -> rel.test(link.getRel()))
                .flatMap(link -> web(link.getHref(), base).stream())
                .findFirst();
    }

    /** Addresses in child elements: as an attribute, else as the text of links. */
    private static Optional<URI> children(Element item, @Nullable String only, URI base) {
        for (Element child : item.getChildren()) {
            if (only == null ? FILES.contains(child.getName()) : isAlternate(child, only)) {
                Optional<URI> found = address(child, base);
                if (found.isPresent()) {
                    return found;
                }
                if (child.getName().equals("group")) {
                    return children(child, only, base);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isAlternate(Element child, String name) {
        return child.getName().equals(name)
                && child.getAttributeValue("rel", "alternate").equals("alternate");
    }

    private static Optional<URI> address(Element element, URI base) {
        for (String name : List.of("href", "url", "src")) {
            Attribute attribute = element.getAttribute(name);
            if (attribute != null) {
                return web(attribute.getValue(), base);
            }
        }
        boolean text = element.getName().equals("link") || element.getName().equals("comments");
        return text ? web(element.getTextTrim(), base) : Optional.empty();
    }

    static Optional<URI> web(@Nullable String link, URI base) {
        return link == null || link.isBlank()
                ? Optional.empty()
                : HttpUri.resolve(base, link).filter(HttpUri::isWeb);
    }
}
