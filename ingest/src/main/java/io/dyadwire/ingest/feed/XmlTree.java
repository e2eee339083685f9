package io.dyadwire.ingest.feed;

import java.io.IOException;
import java.io.Reader;
import javax.xml.XMLConstants;
import org.jdom2.Element;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The tree of an XML text: parsed as it stands, else cleaned, else pieced together from its tags.
 *
 * @param root the document's root element
 * @param damage why it had to be pieced together; absent for well-formed XML
 */
record XmlTree(Element root, @Nullable String damage) {
    private static final String LIMIT = "jdk.xml.";

    /** @throws UnreadableFeedException when it declares entities or goes beyond the limits: that is no accident */
    static XmlTree of(String text, Problems problems) throws UnreadableFeedException {
        if (CleanCheck.passes(text)) {
            try {
                return new XmlTree(parse(text), null);
            } catch (JDOMException e) {
                refuseExcess(e);
            }
        }
        String cleaned = XmlCleaner.clean(text, problems);
        try {
            return new XmlTree(parse(cleaned), null);
        } catch (JDOMException e) {
            refuseExcess(e);
            return new XmlTree(TagSoup.root(cleaned, problems), reason(e));
        }
    }

    private static Element parse(String xml) throws JDOMException, UnreadableFeedException {
        try (Reader reader = new WatchedReader(xml)) {
            return builder().build(reader).getRootElement();
        } catch (IllegalArgumentException e) {
            // The tree is stricter about names and namespaces than the parser is.
            throw new JDOMException(e.getMessage(), e);
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
        // These two would count each &lt; of escaped HTML; without a DOCTYPE there are no entities to fear.
        builder.setProperty(LIMIT + "maxGeneralEntitySizeLimit", "0");
        builder.setProperty(LIMIT + "totalEntitySizeLimit", "0");
        builder.setExpandEntities(false);
        return builder;
    }

    private static void refuseExcess(JDOMException e) throws UnreadableFeedException {
        if (reason(e).contains("JAXP00")) {
            throw new UnreadableFeedException("it is not well-formed XML: " + reason(e), e);
        }
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
