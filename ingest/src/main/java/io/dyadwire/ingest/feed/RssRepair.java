package io.dyadwire.ingest.feed;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** What RSS feeds get wrong before ROME can read them: versions, namespaces, letter case, items outside the channel. */
final class RssRepair {
    private static final Set<String> VERSIONS = Set.of("0.91", "0.92", "0.93", "0.94", "2.0");
    private static final Map<String, String> NAMES = Stream.of(
                    "rss",
                    "channel",
                    "item",
                    "title",
                    "link",
                    "description",
                    "guid",
                    "pubDate",
                    "lastBuildDate",
                    "author",
                    "category",
                    "enclosure",
                    "comments",
                    "source",
                    "language",
                    "managingEditor",
                    "webMaster")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), Function.identity()));
    private static final Set<String> PROPER = Set.copyOf(NAMES.values());

    private RssRepair() {}

    /** Whatever an rss element calls itself, it is read like 2.0 when it is no older version that we know. */
    static void repair(Element root) {
        properNames(root);
        if (!root.getNamespaceURI().isEmpty()) {
            FeedRepair.rename(root, root.getNamespace(), Namespace.NO_NAMESPACE);
        }
        if (!VERSIONS.contains(root.getAttributeValue("version", "").strip())) {
            root.setAttribute("version", "2.0");
        }
        Element channel = root.getChild("channel");
        if (channel == null) {
            channel = new Element("channel", root.getNamespace());
            channel.addContent(root.cloneContent());
            root.setContent(channel);
        } else {
            moveItemsInto(channel, root);
        }
    }

    /** RSS 0.90 and 1.0 have the items beside the channel, 2.0 has them in it. */
    private static void moveItemsInto(Element channel, Element root) {
        for (Element item : root.getChildren("item").stream().toList()) {
            channel.addContent(item.detach());
        }
    }

    private static void properNames(Element element) {
        String name = element.getName();
        if (!PROPER.contains(name)) {
            String proper = NAMES.get(name.toLowerCase(Locale.ROOT));
            if (proper != null) {
                element.setName(proper);
            }
        }
        for (Element child : element.getChildren()) {
            properNames(child);
        }
    }
}
