package io.dyadwire.ingest.feed;

import org.jsoup.nodes.Entities;

/**
 * Makes a feed's text fit for an XML parser without changing what it says: characters and references that XML forbids
 * go, a stray {@code &} or {@code <} is escaped, HTML's entities become the characters they stand for, and prolog,
 * comments, processing instructions and a DOCTYPE without declarations are left out. One pass.
 *
 * <p>A DOCTYPE that declares something is refused: entities are how XML files read other files and blow up memory.
 */
final class XmlCleaner {
    private static final String CDATA = "<![CDATA[";
    private static final int MAX_REFERENCE = 40;
    private static final int MAX_BLANKS = 4_000;

    private final String in;
    private final StringBuilder out;
    private int at;
    private int illegal;
    private int stray;
    private int undeclared;

    private XmlCleaner(String in) {
        this.in = in;
        this.out = new StringBuilder(in.length() + 64);
    }

    static String clean(String xml, Problems problems) throws UnreadableFeedException {
        XmlCleaner cleaner = new XmlCleaner(xml);
        cleaner.run();
        if (!xml.substring(0, Math.max(xml.indexOf('<'), 0)).isBlank()) {
            problems.add("something stood before the first tag");
        }
        problems.add("a character that XML forbids was left out", cleaner.illegal);
        problems.add("an & or < that should have been escaped was taken as text", cleaner.stray);
        problems.add("an entity of HTML that XML does not know was resolved", cleaner.undeclared);
        return cleaner.out.toString();
    }

    /** The text without the characters that XML forbids. */
    static String legal(String text) {
        if (runOfLegal(text, 0, text.length()) == text.length()) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(XmlCleaner::isLegal).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private void run() throws UnreadableFeedException {
        // Whatever stands before the first tag is noise: blanks, a stray mark, a warning of the server's.
        at = Math.max(in.indexOf('<'), 0);
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '<') {
                markup();
            } else if (c == '&') {
                reference();
            } else if (c == '>') {
                out.append("&gt;"); // "]]>" may not stand in text
                at++;
            } else {
                character();
            }
        }
    }

    private void markup() throws UnreadableFeedException {
        if (in.startsWith(CDATA, at)) {
            cdata();
        } else if (in.startsWith("<!--", at)) {
            skipPast("-->");
        } else if (in.startsWith("<?", at)) {
            skipPast("?>");
        } else if (in.startsWith("<!", at)) {
            doctype();
        } else if (startsTag()) {
            tag();
        } else {
            out.append("&lt;");
            stray++;
            at++;
        }
    }

    private boolean startsTag() {
        if (at + 1 >= in.length()) {
            return false;
        }
        char next = in.charAt(at + 1);
        return next == '/' || next == '_' || next == ':' || Character.isLetter(next);
    }

    private void cdata() {
        int end = in.indexOf("]]>", at);
        int stop = end < 0 ? in.length() : end;
        out.append(CDATA);
        at += CDATA.length();
        while (at < stop) {
            int run = runOfLegal(in, at, stop);
            out.append(in, at, run);
            at = run;
            if (at < stop) {
                character();
            }
        }
        out.append("]]>");
        at = Math.min(stop + 3, in.length());
    }

    private void skipPast(String end) {
        int found = in.indexOf(end, at);
        at = found < 0 ? in.length() : found + end.length();
    }

    private void doctype() throws UnreadableFeedException {
        int end = in.indexOf('>', at);
        if (in.indexOf('[', at, end < 0 ? in.length() : end) >= 0) {
            throw new UnreadableFeedException("a DTD with entities is not allowed: the DOCTYPE declares something");
        }
        at = end < 0 ? in.length() : end + 1;
    }

    /** Copies a tag; within quotes, {@code <} and {@code &} are escaped. */
    private void tag() throws UnreadableFeedException {
        out.append('<');
        at++;
        char quote = 0;
        int blanks = 0;
        while (at < in.length()) {
            char c = in.charAt(at);
            if (c == '&') {
                reference();
                continue;
            }
            if (quote != 0 && c == '<') {
                out.append("&lt;");
                stray++;
                at++;
                continue;
            }
            if (quote == 0 && c == '<') {
                out.append('>'); // the tag was never closed
                stray++;
                return;
            }
            if (quote == 0 && c <= ' ' && ++blanks > MAX_BLANKS) {
                throw new UnreadableFeedException(
                        "a tag has more than " + MAX_BLANKS + " blanks between its attributes");
            }
            character();
            if (quote == 0 && c == '>') {
                return;
            }
            if (c == '"' || c == '\'') {
                quote = quote == 0 ? c : quote == c ? 0 : quote;
            }
        }
        if (quote == 0) {
            out.append('>'); // the last character of the file went missing
        }
    }

    private void reference() {
        int end = in.indexOf(';', at, Math.min(at + MAX_REFERENCE, in.length()));
        String name = end < 0 ? "" : in.substring(at + 1, end);
        if (isXmlEntity(name)) {
            out.append(in, at, end + 1);
        } else if (name.startsWith("#")) {
            numeric(name);
        } else if (!name.isEmpty() && Entities.isNamedEntity(name)) {
            undeclared++;
            Entities.getByName(name)
                    .chars()
                    .forEach(c -> out.append("&#").append(c).append(';'));
        } else {
            out.append("&amp;");
            stray++;
            at++;
            return;
        }
        at = end + 1;
    }

    private static boolean isXmlEntity(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }

    private void numeric(String name) {
        int code;
        try {
            boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
            code = hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        } catch (NumberFormatException e) {
            out.append("&amp;").append(name).append(';'); // no number after all: text
            return;
        }
        int meant = code >= 0x80 && code <= 0x9f ? Windows1252.meant(code) : code;
        if (isLegal(meant)) {
            out.append("&#").append(meant).append(';');
        } else {
            illegal++;
        }
    }

    /** Where the first character stands that needs a second look. */
    private static int runOfLegal(String text, int from, int to) {
        int i = from;
        while (i < to) {
            char c = text.charAt(i);
            if (c > 0xd7ff || (c < ' ' && c != '\n' && c != '\r' && c != '\t')) {
                break;
            }
            i++;
        }
        return i;
    }

    private void character() {
        int c = in.codePointAt(at);
        if (isLegal(c)) {
            out.appendCodePoint(c);
        } else if (c != 0xfeff) {
            illegal++;
        }
        at += Character.charCount(c);
    }

    /** XML 1.0, production 2; lone surrogates are none of it. */
    private static boolean isLegal(int c) {
        return c == 0x9
                || c == 0xa
                || c == 0xd
                || (c >= 0x20 && c <= 0xd7ff)
                || (c >= 0xe000 && c <= 0xfffd)
                || (c >= 0x10000 && c <= 0x10ffff);
    }
}
