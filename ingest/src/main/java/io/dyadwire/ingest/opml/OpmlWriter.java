package io.dyadwire.ingest.opml;

import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes OPML 2.0 (opml.org/spec2.opml) that {@link OpmlFile} and every feed reader can read. */
public final class OpmlWriter {
    private OpmlWriter() {}

    /** The list of these feeds; the writer stays the caller's. */
    public static void write(String title, Collection<FeedSource> feeds, Writer out) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeCharacters("\n  ");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters(clean(title));
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n  ");
            xml.writeStartElement("body");
            for (FeedSource feed : feeds) {
                xml.writeCharacters("\n    ");
                outline(xml, feed);
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the list cannot be written: " + e.getMessage(), e);
        }
    }

    private static void outline(XMLStreamWriter xml, FeedSource feed) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        attribute(xml, "type", "rss");
        attribute(xml, "text", feed.title().isBlank() ? feed.feedId() : feed.title());
        attribute(xml, "xmlUrl", feed.url().toString());
        attribute(xml, "id", feed.feedId());
        attribute(xml, "publisher", feed.publisher());
        attribute(xml, "language", feed.language());
        attribute(xml, "category", feed.categories().isEmpty() ? null : String.join(",", feed.categories()));
        attribute(
                xml,
                "interval",
                feed.interval() == null ? null : feed.interval().toString());
        attribute(xml, "fullText", feed.fullText() == FullText.SUMMARY_ONLY ? null : word(feed.fullText()));
    }

    /** As it stands in a list. */
    public static String word(FullText fullText) {
        return fullText.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void attribute(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, clean(value));
        }
    }

    /** Without what XML 1.0 cannot hold; a line end in an attribute would come back as a blank anyway. */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == '\n' || c == '\r' || c == '\t' ? ' ' : c)
                .filter(c -> (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
