package io.dyadwire.alerts.feed;

import io.dyadwire.contract.alert.Alert;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as an Atom feed. Everything is text, escaped by the writer; characters that XML has none for are left out. The same
 * alerts give the same bytes.
 */
public final class AtomFeed {
    /** What ids begin with (RFC 4151); never to be changed, or readers see all as new. */
    private static final String TAG = "tag:dyadwire.io,2026:";

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter out;

    private AtomFeed(XMLStreamWriter out) {
        this.out = out;
    }

    /**
     * Writes it, UTF-8.
     *
     * @param id tells this feed from others, such as {@code asia} or {@code asia/exports}
     * @param hub that tells readers of changes; null when there is none
     * @param alerts newest first
     */
    public static byte[] of(String id, String title, @Nullable FeedHub hub, List<Alert> alerts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter out = XML.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AtomFeed(out).feed(id, title, hub, alerts);
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot be written as XML: " + id, e);
        }
        return bytes.toByteArray();
    }

    /** Where the feed of this id is served. */
    public static String path(String id) {
        return "/feeds/" + id + ".atom";
    }

    private void feed(String id, String title, @Nullable FeedHub hub, List<Alert> alerts) throws XMLStreamException {
        out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        out.writeStartElement("feed");
        out.writeDefaultNamespace(NAMESPACE);
        element("id", TAG + "feed:" + id);
        element("title", title);
        element(
                "updated",
                moment(alerts.isEmpty() ? Instant.EPOCH : alerts.getFirst().at()));
        element("generator", "Dyadwire");
        link("self", hub == null ? path(id) : hub.feed(path(id)).toString());
        if (hub != null) {
            link("hub", hub.hub().toString());
        }
        for (Alert alert : alerts) {
            entry(alert);
        }
        out.writeEndElement();
        out.writeEndDocument();
    }

    private void entry(Alert alert) throws XMLStreamException {
        out.writeStartElement("entry");
        element("id", TAG + "alert:" + EntryText.escaped(alert.id().value()));
        element("title", EntryText.title(alert));
        element("updated", moment(alert.at()));
        if (alert.article() != null && alert.article().publishedAt() != null) {
            element("published", moment(alert.article().publishedAt()));
        }
        out.writeStartElement("author");
        element(
                "name",
                alert.article() == null ? alert.desk().value() : alert.article().publisher());
        out.writeEndElement();
        URI url = alert.article() == null ? null : alert.article().url();
        if (url != null && isWeb(url)) {
            link("alternate", url.toString());
        }
        category(alert.type().name().toLowerCase(Locale.ROOT));
        category(alert.rule().id().value());
        for (Object pair : alert.pairs()) {
            category(pair.toString());
        }
        for (String topic : alert.topics()) {
            category(topic);
        }
        out.writeStartElement("content");
        out.writeAttribute("type", "text");
        out.writeCharacters(EntryText.legal(EntryText.content(alert)));
        out.writeEndElement();
        out.writeEndElement();
    }

    /** A feed may name any address; a reader is to follow none but those of the web. */
    private static boolean isWeb(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }

    private void element(String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(EntryText.legal(text));
        out.writeEndElement();
    }

    private void link(String rel, String href) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", rel);
        out.writeAttribute("href", EntryText.legal(href));
    }

    private void category(String term) throws XMLStreamException {
        out.writeEmptyElement("category");
        out.writeAttribute("term", EntryText.legal(term));
    }

    private static String moment(Instant moment) {
        return moment.toString();
    }
}
