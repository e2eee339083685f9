package io.dyadwire.ingest.feed;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.Namespace;
import org.jdom2.Verifier;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/** The namespaces in force at one place of a document; for a prefix that nobody declared, what everybody means by it. */
final class Prefixes {
    /** What is meant before anything is declared. */
    static final Prefixes KNOWN = new Prefixes(Map.ofEntries(
            Map.entry("", ""),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rss", "http://purl.org/rss/1.0/"),
            Map.entry("atom", "http://www.w3.org/2005/Atom"),
            Map.entry("atom10", "http://www.w3.org/2005/Atom"),
            Map.entry("a10", "http://www.w3.org/2005/Atom"),
            Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
            Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
            Map.entry("slash", "http://purl.org/rss/1.0/modules/slash/"),
            Map.entry("wfw", "http://wellformedweb.org/CommentAPI/"),
            Map.entry("media", "http://search.yahoo.com/mrss/"),
            Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
            Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
            Map.entry("georss", "http://www.georss.org/georss"),
            Map.entry("xhtml", "http://www.w3.org/1999/xhtml")));

    private final Map<String, String> addresses;

    private Prefixes(Map<String, String> addresses) {
        this.addresses = addresses;
    }

    /** These, and what the element declares. */
    Prefixes with(Element element, Problems problems) {
        Map<String, String> all = null;
        for (Attribute attribute : element.attributes()) {
            String name = attribute.getKey();
            boolean isDefault = name.equals("xmlns");
            if (isDefault || name.startsWith("xmlns:")) {
                String prefix = isDefault ? "" : name.substring(6);
                if (!isDefault && attribute.getValue().isBlank()) {
                    problems.add("the prefix " + prefix + ": is declared as nothing");
                } else if (Verifier.checkNamespaceURI(attribute.getValue()) == null) {
                    all = all == null ? new HashMap<>(addresses) : all;
                    all.put(prefix, attribute.getValue());
                }
            }
        }
        return all == null ? this : new Prefixes(all);
    }

    /** The namespace of an element or attribute with this qualified name. */
    Namespace of(String qualified, Problems problems) {
        int colon = qualified.indexOf(':');
        String prefix = colon < 0 ? "" : qualified.substring(0, colon);
        if (prefix.equals("xml")) {
            return Namespace.XML_NAMESPACE;
        }
        String address = addresses.get(prefix);
        if (address == null) {
            problems.add("the prefix " + prefix + ": is not declared");
            return Namespace.getNamespace(prefix, "urn:undeclared:" + prefix);
        }
        return address.isEmpty() ? Namespace.NO_NAMESPACE : Namespace.getNamespace(prefix, address);
    }

    String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }
}
