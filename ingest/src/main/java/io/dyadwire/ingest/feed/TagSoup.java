package io.dyadwire.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Verifier;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * A tree pieced together from XML that is not well-formed: tags that cross or never end, prefixes that nobody declared, a
 * file that was cut off. As a careful reader would, it takes an element for ended when the next one cannot be inside it,
 * and leaves out the item that the end of the file cut in half.
 */
final class TagSoup {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_ATTRIBUTES = 200;
    private static final int MAX_NAME = 1_000;
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> TEXTS = Set.of(
            "title", "link", "guid", "id", "pubdate", "published", "updated", "author", "category", "description");
    private static final Set<String> NEXT = Set.of(
            "link",
            "guid",
            "id",
            "pubdate",
            "published",
            "updated",
            "description",
            "summary",
            "content",
            "encoded",
            "category",
            "comments",
            "enclosure",
            "creator",
            "language",
            "item",
            "entry");

    private final Problems problems;

    private TagSoup(Problems problems) {
        this.problems = problems;
    }

    /** The first element of the text, with all below it. */
    static Element root(String xml, Problems problems) throws UnreadableFeedException {
        List<org.jsoup.nodes.Element> tops =
                Parser.xmlParser().parseInput(new WatchedReader(xml), "").children();
        for (org.jsoup.nodes.Element top : tops) {
            if (isName(top.tagName())) {
                Prefixes prefixes = Prefixes.KNOWN.with(top, problems);
                Element root = new Element(prefixes.local(top.tagName()), prefixes.of(top.tagName(), problems));
                TagSoup soup = new TagSoup(problems);
                soup.copyAttributes(top, root, prefixes);
                soup.copyContent(top, List.of(root), prefixes);
                dropHalfItem(xml, root, problems);
                return root;
            }
        }
        throw new UnreadableFeedException("received no XML: there is no element in it");
    }

    /** @param open the elements that are open, the innermost last */
    private void copyContent(org.jsoup.nodes.Element from, List<Element> open, Prefixes prefixes) {
        List<Element> path = open;
        for (Node node : from.childNodes()) {
            if (node instanceof TextNode text) {
                path.getLast().addContent(XmlCleaner.legal(text.getWholeText()));
            } else if (node instanceof org.jsoup.nodes.Element child) {
                path = copyElement(child, path, prefixes);
            }
        }
    }

    private List<Element> copyElement(org.jsoup.nodes.Element child, List<Element> open, Prefixes outer) {
        if (open.size() >= MAX_DEPTH || !isName(child.tagName())) {
            problems.add("elements that are nested too deeply or have no proper name were left out");
            return open;
        }
        Prefixes prefixes = outer.with(child, problems);
        List<Element> path = open;
        String name = prefixes.local(child.tagName());
        while (path.size() > 1 && ends(path.getLast(), name)) {
            path = path.subList(0, path.size() - 1);
        }
        Element copy = new Element(name, prefixes.of(child.tagName(), problems));
        copyAttributes(child, copy, prefixes);
        path.getLast().addContent(copy);
        List<Element> inner = new ArrayList<>(path);
        inner.add(copy);
        copyContent(child, inner, prefixes);
        return path;
    }

    /** Whether an element of this name cannot be inside the one that is open, so that its end tag must be missing. */
    private static boolean ends(Element open, String next) {
        String name = open.getName().toLowerCase(Locale.ROOT);
        String following = next.toLowerCase(Locale.ROOT);
        return (ITEMS.contains(name) && ITEMS.contains(following))
                || (TEXTS.contains(name) && (NEXT.contains(following) || following.equals(name)));
    }

    private void copyAttributes(org.jsoup.nodes.Element from, Element to, Prefixes prefixes) {
        int count = 0;
        for (org.jsoup.nodes.Attribute attribute : from.attributes()) {
            String name = attribute.getKey();
            if (name.startsWith("xmlns") || !isName(name) || ++count > MAX_ATTRIBUTES) {
                continue;
            }
            String value = XmlCleaner.legal(attribute.getValue());
            if (name.indexOf(':') < 0) {
                to.setAttribute(name, value);
            } else if (to.getAttribute(prefixes.local(name), prefixes.of(name, problems)) == null) {
                to.setAttribute(new Attribute(prefixes.local(name), value, prefixes.of(name, problems)));
            }
        }
    }

    private static boolean isName(String name) {
        int colon = name.indexOf(':');
        return name.length() <= MAX_NAME
                && Verifier.checkXMLName(name.substring(colon + 1)) == null
                && name.indexOf(':', colon + 1) < 0
                && colon != 0
                && (colon < 0
                        || name.startsWith("xml:")
                        || Verifier.checkNamespacePrefix(name.substring(0, colon)) == null);
    }

    private static void dropHalfItem(String xml, Element root, Problems problems) {
        if (xml.regionMatches(
                true,
                xml.lastIndexOf("</"),
                "</" + root.getQualifiedName(),
                0,
                2 + root.getQualifiedName().length())) {
            return;
        }
        List<Element> items = FeedTree.items(root);
        String name = items.isEmpty() ? "item" : items.getLast().getQualifiedName();
        if (!items.isEmpty() && xml.lastIndexOf("<" + name) > xml.lastIndexOf("</" + name)) {
            items.getLast().detach();
            problems.addCutOff("the file ends in the middle of an item, which was left out");
        } else {
            problems.addCutOff("the file ends before the feed does");
        }
    }
}
