package io.dyadwire.ingest.feed;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.dyadwire.contract.feed.FeedHints;
import io.dyadwire.ingest.text.Decoder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Locale;
import javax.xml.XMLConstants;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9x, 1.0 and 2.0 and Atom 0.3 and 1.0. Bytes become text, the text is cleaned, an XML parser within limits
 * makes a tree of it, and ROME reads the tree. Thread-safe; never asks the network for anything.
 *
 * <p>Whatever the bytes are, the outcome is a feed or an {@link UnreadableFeedException} in words.
 */
public final class FeedReader {
    private static final String LIMIT = "jdk.xml.";

    /**
     * The feed in these bytes.
     *
     * @param contentType as the server said, for its charset
     * @param base the address it came from, for relative links
     */
    @SuppressWarnings("CatchingUnchecked") // a StackOverflowError deep in a parser must not end a poll (see below)
    public ParsedFeed read(byte[] bytes, @Nullable String contentType, URI base) throws UnreadableFeedException {
        byte[] plain = Received.unzipped(bytes);
        Received.refuseOther(plain);
        String text = Decoder.decode(plain, contentType);
        Received.refuseOther(text);
        try {
            return parse(XmlCleaner.clean(text), base);
        } catch (VirtualMachineError e) {
            if (e instanceof StackOverflowError) {
                throw new UnreadableFeedException("it is nested too deeply", e);
            }
            throw e;
        } catch (RuntimeException e) {
            // The parsers throw what they like on input nobody thought of; one feed must not stop the others.
            throw new UnreadableFeedException("the parser gave up: " + e, e);
        }
    }

    private static ParsedFeed parse(String xml, URI base) throws UnreadableFeedException {
        Element found = tree(xml).getRootElement();
        Element root = FeedRepair.root(found).orElseThrow(() -> Received.noFeed(found));
        FeedRepair.repair(root);
        FeedHints hints = HintReader.take(root);
        try {
            WireFeed wire = new WireFeedInput(false, Locale.US).build(alone(root));
            SyndFeed feed = new SyndFeedImpl(wire, false);
            return new RomeFeed(feed, root, base, hints).toParsedFeed();
        } catch (FeedException | IllegalArgumentException e) {
            throw new UnreadableFeedException("the feed cannot be read: " + e.getMessage(), e);
        }
    }

    private static Document alone(Element root) {
        Document document = root.getDocument();
        return document.getRootElement().equals(root) ? document : new Document(root.clone());
    }

    private static Document tree(String xml) throws UnreadableFeedException {
        try {
            return builder().build(new StringReader(xml));
        } catch (JDOMException e) {
            throw new UnreadableFeedException("it is not well-formed XML: " + reason(e), e);
        } catch (IOException e) {
            throw new UnreadableFeedException("it cannot be read: " + e.getMessage(), e);
        }
    }

    private static SAXBuilder builder() {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        // What newer JDKs limit by themselves; older ones recurse until the stack ends.
        builder.setProperty(LIMIT + "maxElementDepth", "100");
        builder.setProperty(LIMIT + "elementAttributeLimit", "200");
        builder.setProperty(LIMIT + "entityExpansionLimit", "2500");
        builder.setProperty(LIMIT + "maxXMLNameLimit", "1000");
        builder.setExpandEntities(false);
        return builder;
    }

    private static String reason(JDOMException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        String message = String.valueOf(cause.getMessage());
        if (message.contains("must start and end within the same entity")
                || message.contains("Premature end of file")) {
            return "it is cut off before its end";
        }
        return message.length() > 300 ? message.substring(0, 300) + "…" : message;
    }
}
