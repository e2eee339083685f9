package io.dyadwire.ingest.feed;

import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** What the XML tree of a feed says beside ROME: the items in order, dates as written, bases and languages in force. */
final class FeedTree {
    private static final Set<String> PUBLISHED = Set.of("pubdate", "published", "issued", "created", "date");
    private static final Set<String> UPDATED = Set.of("updated", "modified", "lastbuilddate");

    private static final Namespace RDF = Namespace.getNamespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private FeedTree() {}

    /** The items or entries, in the order in which they stand. */
    static List<Element> items(Element root) {
        List<Element> items = new ArrayList<>();
        collect(root, items);
        for (Element channel : root.getChildren()) {
            if (channel.getName().equals("channel")) {
                collect(channel, items);
            }
        }
        return items;
    }

    private static void collect(Element parent, List<Element> items) {
        for (Element child : parent.getChildren()) {
            if (child.getName().equals("item") || child.getName().equals("entry")) {
                items.add(child);
            }
        }
    }

    static @Nullable String published(Element item) {
        return firstOf(item, PUBLISHED);
    }

    static @Nullable String updated(Element item) {
        return firstOf(item, UPDATED);
    }

    private static @Nullable String firstOf(Element item, Set<String> names) {
        for (Element child : item.getChildren()) {
            if (names.contains(child.getName().toLowerCase(Locale.ROOT))
                    && !child.getTextTrim().isEmpty()) {
                String text = child.getTextTrim();
                return text.length() > 100 ? text.substring(0, 100) : text;
            }
        }
        return null;
    }

    /** The feed's own id: RSS guid, Atom id, RDF about. */
    static @Nullable String guid(Element item) {
        for (Element child : item.getChildren()) {
            if (child.getName().equals("guid") || child.getName().equals("id")) {
                return child.getText();
            }
        }
        return item.getAttributeValue("about", RDF);
    }

    /** Where the feed came from; of a file that came from nowhere, what the feed says about that. */
    static URI ownAddress(Element root, URI documentBase) {
        if (HttpUri.isWeb(documentBase)) {
            return documentBase;
        }
        Element channel = root.getChild("channel");
        List<Element> children = (channel == null ? root : channel).getChildren();
        for (String rel : List.of("self", "alternate", "")) {
            for (Element child : children) {
                if (child.getName().equals(rel.isEmpty() ? "id" : "link")
                        && (rel.isEmpty()
                                || child.getAttributeValue("rel", "alternate").equals(rel))) {
                    String written = child.getAttributeValue("href", child.getTextTrim());
                    Optional<URI> address =
                            HttpUri.resolve(documentBase, written).filter(HttpUri::isWeb);
                    if (address.isPresent()) {
                        return address.get();
                    }
                }
            }
        }
        return documentBase;
    }

    /** The address that relative links in this element start from (XML Base). */
    static URI base(Element element, URI documentBase) {
        Deque<String> bases = new ArrayDeque<>();
        for (Element at = element; at != null; at = at.getParentElement()) {
            String base = at.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null && !base.isBlank()) {
                bases.push(base);
            }
        }
        URI resolved = documentBase;
        for (String base : bases) {
            resolved = HttpUri.resolve(resolved, base).orElse(resolved);
        }
        return resolved;
    }

    /** The language in force here: {@code xml:lang}, or Dublin Core's word. */
    static @Nullable String language(Element element) {
        String dublinCore =
                element.getChildTextTrim("language", Namespace.getNamespace("http://purl.org/dc/elements/1.1/"));
        if (dublinCore != null && !dublinCore.isEmpty()) {
            return dublinCore;
        }
        for (Element at = element; at != null; at = at.getParentElement()) {
            String language = at.getAttributeValue("lang", Namespace.XML_NAMESPACE);
            if (language != null && !language.isBlank()) {
                return language;
            }
        }
        return null;
    }
}
