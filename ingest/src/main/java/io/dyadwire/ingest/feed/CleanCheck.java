package io.dyadwire.ingest.feed;

/**
 * A quick look whether a text can go to the XML parser as it stands, which spares good feeds the rewriting. In one pass:
 * only characters that XML allows, only references that XML knows, no DOCTYPE.
 */
final class CleanCheck {
    private static final String CDATA = "<![CDATA[";

    private CleanCheck() {}

    static boolean passes(String text) {
        int length = text.length();
        boolean literal = false; // inside CDATA, where & and < are letters
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c > 0xd7ff && !isLegalAt(text, i)) {
                return false;
            }
            if (literal) {
                literal = c != '>' || !text.startsWith("]]", i - 2);
            } else if (c == '&') {
                if (!isReference(text, i)) {
                    return false;
                }
            } else if (c == '<' && i + 1 < length && text.charAt(i + 1) == '!') {
                literal = text.startsWith(CDATA, i);
                if (literal) {
                    i += CDATA.length() - 1;
                } else if (!text.startsWith("<!--", i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isLegalAt(String text, int at) {
        char c = text.charAt(at);
        if (!Character.isSurrogate(c)) {
            return c < 0xfffe;
        }
        // A low one is looked at together with its high one, and once more by itself.
        return Character.isHighSurrogate(c)
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    private static boolean isReference(String text, int at) {
        int end = text.indexOf(';', at, Math.min(at + 12, text.length()));
        if (end < 0) {
            return false;
        }
        if (text.charAt(at + 1) == '#') {
            return isPlainNumber(text, at + 2, end);
        }
        return switch (text.substring(at + 1, end)) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }

    /** Decimal, and outside the ranges that XML forbids or that mean Windows characters. */
    private static boolean isPlainNumber(String text, int from, int end) {
        int code = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            code = code * 10 + c - '0';
        }
        return end - from <= 6 && ((code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xd7ff));
    }
}
