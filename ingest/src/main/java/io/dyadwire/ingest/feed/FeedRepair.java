package io.dyadwire.ingest.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdom2.CDATA;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.Text;
import org.jdom2.filter.Filters;

/** Puts right in the tree what ROME stumbles over, so that it meets only the formats it knows. */
final class FeedRepair {
    private static final Namespace ATOM_10 = Namespace.getNamespace("http://www.w3.org/2005/Atom");
    private static final Namespace ATOM_03 = Namespace.getNamespace("http://purl.org/atom/ns#");
    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel");
    private static final Set<String> TEXT_TYPES = Set.of("text", "html", "xhtml");

    private FeedRepair() {}

    /** The feed's own root: the document's, or one that was wrapped in a page. */
    static Optional<Element> root(Element documentRoot) {
        if (isRoot(documentRoot)) {
            return Optional.of(documentRoot);
        }
        for (Element inside : documentRoot.getDescendants(Filters.element())) {
            if (isRoot(inside)) {
                return Optional.of(inside);
            }
        }
        return Optional.empty();
    }

    private static boolean isRoot(Element element) {
        return ROOTS.contains(element.getName().toLowerCase(Locale.ROOT));
    }

    /** The same feed, or one around it, as ROME wants to meet it. */
    static Element repair(Element found) {
        Element root = found;
        boolean atom = root.getName().equalsIgnoreCase("feed");
        if (atom) {
            root.setName("feed");
            knownNamespace(root);
        } else if (!root.getName().equalsIgnoreCase("rdf")) {
            root = rss(root);
            RssRepair.repair(root);
        }
        repairBelow(root, atom);
        return root;
    }

    /** Some files start with the channel. */
    private static Element rss(Element found) {
        return found.getName().equalsIgnoreCase("rss") ? found : new Element("rss").addContent(found.clone());
    }

    /** Drafts of Atom had other namespaces, and some feeds have none. */
    private static void knownNamespace(Element root) {
        Namespace wrong = root.getNamespace();
        if (!wrong.equals(ATOM_10) && !wrong.equals(ATOM_03)) {
            rename(root, wrong, "0.3".equals(root.getAttributeValue("version")) ? ATOM_03 : ATOM_10);
        }
    }

    static void rename(Element element, Namespace from, Namespace to) {
        if (element.getNamespace().equals(from)) {
            String prefix = to.getURI().isEmpty() ? "" : from.getPrefix();
            element.setNamespace(Namespace.getNamespace(prefix, to.getURI()));
        }
        for (Element child : element.getChildren()) {
            rename(child, from, to);
        }
    }

    private static void repairBelow(Element element, boolean atom) {
        List<Content> content = element.getContent();
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof CDATA cdata) {
                content.set(i, new Text(cdata.getText()));
            }
        }
        for (Element child : element.getChildren()) {
            repairBelow(child, atom);
        }
        if (atom) {
            repairAtom(element);
        }
    }

    private static void repairAtom(Element element) {
        String type = element.getAttributeValue("type", "").toLowerCase(Locale.ROOT);
        switch (element.getName()) {
            case "link" -> {
                if (element.getAttribute("href") == null
                        && !element.getTextTrim().isEmpty()) {
                    element.setAttribute("href", element.getTextTrim());
                }
            }
            case "title", "summary", "content", "tagline", "subtitle" -> {
                if ("base64".equals(element.getAttributeValue("mode")) || isBinary(type)) {
                    decodeBase64(element);
                } else if (TEXT_TYPES.contains(type) && !element.getChildren().isEmpty()) {
                    element.setAttribute("type", "xhtml");
                }
            }
            default -> {}
        }
    }

    /** RFC 4287 §4.1.3.3: any media type that is neither text nor XML comes in Base64. */
    private static boolean isBinary(String type) {
        return type.indexOf('/') > 0 && !type.startsWith("text/") && !type.endsWith("xml");
    }

    private static void decodeBase64(Element element) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(element.getText().strip());
            element.setText(XmlCleaner.legal(new String(bytes, StandardCharsets.UTF_8)));
            boolean draft = element.getNamespaceURI().equals(ATOM_03.getURI());
            element.setAttribute("type", draft ? "text/html" : "html");
            element.setAttribute("mode", "escaped");
        } catch (IllegalArgumentException e) {
            element.setText(""); // it says Base64 and is not: there is nothing to read
        }
    }
}
