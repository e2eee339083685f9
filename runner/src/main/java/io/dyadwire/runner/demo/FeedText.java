package io.dyadwire.runner.demo;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** A feed as XML, in the formats that newsrooms use. */
final class FeedText {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final DateTimeFormatter RFC_822 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    /** What a server sends whose disk was full: it begins well and ends in the middle of a tag. */
    static final String BROKEN = HEAD + "<rss version=\"2.0\">\n<channel>\n<title>Coastal Bulletin</title>\n"
            + "<item>\n<title>Ferries run late & fares go up</title>\n<descri";

    private FeedText() {}

    static String of(Publication publication, List<Item> items, URI site) {
        URI home = site.resolve("/" + publication.id() + "/");
        return switch (publication.format()) {
            case RSS2 -> rss2(publication, items, home);
            case RSS1 -> rss1(publication, items, home);
            case ATOM -> atom(publication, items, home);
        };
    }

    private static String rss2(Publication publication, List<Item> items, URI home) {
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"")
                .append(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n")
                .append(Xml.element("title", publication.title()))
                .append(Xml.element("link", home.toString()))
                .append(Xml.element("description", "News from " + publication.title()))
                .append(Xml.element("language", "en"));
        for (Item item : items) {
            xml.append("<item>\n")
                    .append(Xml.element("title", item.title()))
                    .append(Xml.element("link", item.link().toString()))
                    .append(Xml.element("guid", item.link().toString()))
                    .append(Xml.element("pubDate", rfc822(item.published())))
                    .append(Xml.element("description", item.paragraphs().getFirst()));
            if (publication.text() == Publication.Text.FULL) {
                xml.append(Xml.element("content:encoded", Xml.paragraphs(item.paragraphs())));
            }
            item.authors().forEach(author -> xml.append(Xml.element("dc:creator", author)));
            item.categories().forEach(category -> xml.append(Xml.element("category", category)));
            xml.append("</item>\n");
        }
        return xml.append("</channel>\n</rss>\n").toString();
    }

    private static String rss1(Publication publication, List<Item> items, URI home) {
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"")
                .append(" xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"")
                .append(" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n")
                .append("<channel rdf:about=\"" + home + "feed\">\n")
                .append(Xml.element("title", publication.title()))
                .append(Xml.element("link", home.toString()))
                .append(Xml.element("description", "News from " + publication.title()))
                .append("<items><rdf:Seq>\n");
        items.forEach(item ->
                xml.append("<rdf:li rdf:resource=\"").append(item.link()).append("\"/>\n"));
        xml.append("</rdf:Seq></items>\n</channel>\n");
        for (Item item : items) {
            xml.append("<item rdf:about=\"")
                    .append(item.link())
                    .append("\">\n")
                    .append(Xml.element("title", item.title()))
                    .append(Xml.element("link", item.link().toString()))
                    .append(Xml.element("description", item.paragraphs().getFirst()))
                    .append(Xml.element("content:encoded", Xml.paragraphs(item.paragraphs())))
                    .append(Xml.element("dc:date", item.published().toString()));
            item.authors().forEach(author -> xml.append(Xml.element("dc:creator", author)));
            item.categories().forEach(category -> xml.append(Xml.element("dc:subject", category)));
            xml.append("</item>\n");
        }
        return xml.append("</rdf:RDF>\n").toString();
    }

    private static String atom(Publication publication, List<Item> items, URI home) {
        Instant updated = items.isEmpty() ? DemoClock.START : items.getFirst().published();
        StringBuilder xml = new StringBuilder(HEAD)
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\">\n")
                .append(Xml.element("title", publication.title()))
                .append(Xml.element("id", home.toString()))
                .append("<link href=\"")
                .append(home)
                .append("\"/>\n")
                .append("<link rel=\"self\" href=\"")
                .append(home)
                .append("feed\"/>\n")
                .append(Xml.element("updated", updated.toString()));
        for (Item item : items) {
            xml.append("<entry>\n")
                    .append(Xml.element("title", item.title()))
                    .append(Xml.element("id", item.link().toString()))
                    .append("<link href=\"")
                    .append(item.link())
                    .append("\"/>\n")
                    .append(Xml.element("published", item.published().toString()))
                    .append(Xml.element("updated", item.published().toString()));
            item.authors().forEach(author -> xml.append("<author>\n")
                    .append(Xml.element("name", author))
                    .append("</author>\n"));
            item.categories().forEach(category -> xml.append("<category term=\"")
                    .append(Xml.escape(category))
                    .append("\"/>\n"));
            xml.append("<content type=\"html\">")
                    .append(Xml.escape(Xml.paragraphs(item.paragraphs())))
                    .append("</content>\n</entry>\n");
        }
        return xml.append("</feed>\n").toString();
    }

    private static String rfc822(Instant time) {
        return RFC_822.format(time.atOffset(ZoneOffset.UTC));
    }
}
