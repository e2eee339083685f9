package io.dyadwire.runner.demo;

import java.util.List;
import java.util.stream.Collectors;

/** Text inside XML and HTML. */
final class Xml {
    private Xml() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** {@code <name>text</name>}. */
    static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">\n";
    }

    /** Paragraphs as HTML. */
    static String paragraphs(List<String> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> "<p>" + escape(paragraph) + "</p>")
                .collect(Collectors.joining("\n"));
    }
}
