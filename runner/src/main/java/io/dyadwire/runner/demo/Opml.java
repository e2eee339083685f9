package io.dyadwire.runner.demo;

import java.net.URI;
import java.util.List;

/** The newsroom's feeds as a list for readers (OPML 2.0), as {@code config/feeds.opml} is. */
final class Opml {
    private Opml() {}

    static String of(List<Publication> publications, URI site) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<opml version=\"2.0\">\n<head>\n")
                .append(Xml.element("title", "The newsroom of the demo"))
                .append("</head>\n<body>\n");
        publications.forEach(one -> outline(xml, one.id(), one.title(), site));
        outline(xml, Newsroom.BROKEN, Newsroom.BROKEN_TITLE, site);
        return xml.append("</body>\n</opml>\n").toString();
    }

    /** The id is given, since the address has another port with each run. */
    private static void outline(StringBuilder xml, String id, String title, URI site) {
        URI home = site.resolve("/" + id + "/");
        xml.append("<outline type=\"rss\"");
        attribute(xml, "id", id);
        attribute(xml, "text", title);
        attribute(xml, "publisher", title);
        attribute(xml, "language", "en");
        attribute(xml, "xmlUrl", home.resolve("feed").toString());
        attribute(xml, "htmlUrl", home.toString());
        xml.append("/>\n");
    }

    private static void attribute(StringBuilder xml, String name, String value) {
        xml.append(' ').append(name).append("=\"").append(Xml.escape(value)).append('"');
    }
}
