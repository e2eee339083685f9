package io.dyadwire.ingest.text;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * What a reader sees of a piece of HTML. Paragraphs end in one line feed; blanks are single; controls, direction marks
 * and invisible characters are gone, since they hide words from the reader and from the matcher alike.
 */
public final class PlainText {
    private static final Set<String> SILENT = Set.of(
            "script", "style", "noscript", "template", "head", "iframe", "object", "svg", "math", "select", "textarea");

    private PlainText() {}

    /** The text of an HTML fragment, with its paragraphs. */
    public static String ofHtml(@Nullable String html) {
        if (html == null || html.isEmpty()) {
            return "";
        }
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return tidy(html);
        }
        return of(Jsoup.parseBodyFragment(html).body());
    }

    /** The text below an element, with its paragraphs. */
    public static String of(Element root) {
        Collector collector = new Collector();
        NodeTraversor.filter(collector, root);
        return tidy(collector.out);
    }

    /** An HTML fragment as one line. */
    public static String lineOfHtml(@Nullable String html) {
        return oneLine(ofHtml(html));
    }

    /** Text that is no HTML as one line; entities that were escaped once too often are resolved. */
    public static String lineOfText(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return oneLine(tidy(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false)));
    }

    /** At most {@code max} UTF-16 code units; what is longer is cut between words and ends in {@code marker}. */
    public static String cut(String text, int max, String marker) {
        if (text.length() <= max) {
            return text;
        }
        int end = max - marker.length();
        int blank = Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('\n', end));
        if (blank > end / 2) {
            end = blank;
        } else if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + marker;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }

    /** Single blanks, single line feeds, nothing invisible. */
    private static String tidy(CharSequence text) {
        StringBuilder out = new StringBuilder(text.length());
        char pending = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                pending = '\n';
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                pending = pending == 0 ? ' ' : pending;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                pending = append(out, pending, c);
                out.append(text.charAt(++i));
            } else if (!isInvisible(c)) {
                pending = append(out, pending, c);
            }
        }
        return out.toString();
    }

    private static char append(StringBuilder out, char pending, char c) {
        if (pending != 0 && !out.isEmpty()) {
            out.append(pending);
        }
        out.append(c);
        return 0;
    }

    /** Joiners (U+200C, U+200D) stay: some scripts and emoji need them. */
    private static boolean isInvisible(char c) {
        return c < ' '
                || (c >= 0x7f && c <= 0x9f)
                || c == 0xad
                || c == 0x200b
                || c == 0x200e
                || c == 0x200f
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2060 && c <= 0x2069)
                || c == 0xfeff
                || c >= 0xfffe
                || Character.isSurrogate(c);
    }

    private static final class Collector implements NodeFilter {
        private final StringBuilder out = new StringBuilder();

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                // A line feed in the source is a blank to the reader.
                out.append(text.getWholeText().replace('\n', ' '));
            } else if (node instanceof Element element) {
                if (SILENT.contains(element.normalName())) {
                    return FilterResult.SKIP_ENTIRELY;
                }
                if (element.nameIs("br") || (element.isBlock() && !isCell(element))) {
                    out.append('\n');
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (isCell(element)) {
                    out.append(' ');
                } else if (element.isBlock()) {
                    out.append('\n');
                }
            }
            return FilterResult.CONTINUE;
        }

        private static boolean isCell(Element element) {
            return element.nameIs("td") || element.nameIs("th");
        }
    }
}
