package io.dyadwire.alerts.calendar;

/**
 * Text of others made fit for a calendar: no control characters but line ends (RFC 5545 §3.3.11 has none), nothing that
 * hides text or turns its direction.
 */
final class CalendarText {
    private CalendarText() {}

    /** On one line, cut to so many UTF-16 units, with blanks closed up. */
    static String line(String text, int most) {
        return cut(clean(text).replaceAll("\\s+", " ").strip(), most);
    }

    /** Any line end becomes one LF. */
    static String lines(String text, int most) {
        return cut(clean(text.replace("\r\n", "\n").replace('\r', '\n')), most);
    }

    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL -> clean.append(c == '\n' ? '\n' : ' ');
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> clean.append(' ');
                case Character.SURROGATE -> clean.append('\ufffd');
                case Character.FORMAT -> {
                    // Joiners shape letters and emoji, and tags make flags; the other format characters hide or turn
                    // text.
                    if (c == 0x200c || c == 0x200d || (c >= 0xe0020 && c <= 0xe007f)) {
                        clean.appendCodePoint(c);
                    }
                }
                default -> clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }
}
