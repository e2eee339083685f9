package io.dyadwire.ingest.opml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads OPML 2.0 (opml.org/spec2.opml). An {@code outline} with an {@code xmlUrl} is a feed, one without is a folder
 * whose name becomes a category of what is in it. Beside the attributes of the standard ({@code text}, {@code title},
 * {@code category}, {@code language}) ours may stand, with any prefix or none:
 *
 * <pre>{@code
 * <outline text="Gazette" xmlUrl="https://gazette.example/feed" interval="PT10M" publisher="The Gazette" fullText="always"
 *     id="gazette"/>
 * }</pre>
 */
public final class OpmlFile {
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    /** Outlines within each other; every folder is a category of what is in it. */
    private static final int MAX_DEPTH = 50;

    /** Attributes that are read; other readers write long descriptions beside them. */
    private static final Set<String> READ = Set.of(
            "text", "title", "type", "xmlurl", "category", "language", "publisher", "interval", "fulltext", "id");

    private OpmlFile() {}

    /**
     * The feeds in this file.
     *
     * @throws OpmlException with every problem found
     */
    public static FeedList read(Path file) {
        return read(file.toString(), bytes(file));
    }

    private static byte[] bytes(Path file) {
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new OpmlException(List.of(file + ": has " + size + " bytes, more than the " + MAX_BYTES
                        + " that a list may have; divide it"));
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new OpmlException(List.of(file + ": there is no such file; create it, or name another"));
        } catch (IOException e) {
            throw new OpmlException(List.of(file + ": cannot be read: " + e.getMessage()));
        }
    }

    /**
     * The feeds in these bytes.
     *
     * @param name for messages
     */
    public static FeedList read(String name, byte[] bytes) {
        return outlines(name, bytes).toList();
    }

    /**
     * The feeds of a list that comes from somewhere else: the good ones, with a warning for each of the others.
     *
     * @throws OpmlException when the file cannot be read at all
     */
    public static FeedList readWhatIsGood(Path file) {
        return outlines(file.toString(), bytes(file)).toWhatIsGood();
    }

    private static FeedOutlines outlines(String name, byte[] bytes) {
        FeedOutlines outlines = new FeedOutlines(name);
        try (InputStream in = new ByteArrayInputStream(bytes)) {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            walk(xml, outlines);
            xml.close();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            outlines.problem(Math.max(line, 1), "not well-formed XML: " + firstLine(e));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot fail to be read", e);
        }
        return outlines;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private static void walk(XMLStreamReader xml, FeedOutlines outlines) throws XMLStreamException {
        Deque<String> folders = new ArrayDeque<>();
        boolean root = true;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (root && !xml.getLocalName().equals("opml")) {
                    outlines.problem(line(xml), "this is no OPML: its root element is <" + xml.getLocalName() + ">");
                    return;
                }
                root = false;
                if (xml.getLocalName().equals("outline")) {
                    if (folders.size() == MAX_DEPTH) {
                        outlines.problem(
                                line(xml),
                                "outlines lie more than " + MAX_DEPTH + " deep within each other: take folders out");
                        return;
                    }
                    folders.push(outlines.outline(line(xml), attributes(xml), folders));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("outline")) {
                folders.pop();
            }
        }
    }

    /** By local name in lower case: readers disagree on {@code xmlUrl}, {@code xmlurl} and {@code XMLURL}. */
    private static Map<String, String> attributes(XMLStreamReader xml) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String name = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            if (READ.contains(name)) {
                attributes.put(name, xml.getAttributeValue(i));
            }
        }
        return attributes;
    }

    private static int line(XMLStreamReader xml) {
        return xml.getLocation().getLineNumber();
    }

    private static String firstLine(XMLStreamException e) {
        String message = String.valueOf(e.getMessage());
        int detail = message.indexOf("Message: ");
        return detail < 0
                ? message
                : message.substring(detail + "Message: ".length()).strip();
    }
}
