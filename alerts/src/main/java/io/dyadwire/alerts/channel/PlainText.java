package io.dyadwire.alerts.channel;

/**
 * Text of others made fit for a terminal: no control or escape characters, nothing that turns the direction of reading,
 * no line ends. Every character of the text gives exactly one, so that offsets into it stay right.
 */
public final class PlainText {
    private PlainText() {}

    public static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(harmless(c) ? c : ' ');
        }
        return plain.toString();
    }

    private static boolean harmless(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            // Joiners shape letters of many scripts; the other format characters hide or turn text.
            case Character.FORMAT -> c == '\u200c' || c == '\u200d';
            default -> true;
        };
    }

    /** How many columns a terminal gives these characters: two to those of East Asia. */
    public static int columns(String text) {
        return text.codePoints().map(PlainText::columns).sum();
    }

    private static int columns(int c) {
        boolean wide = Character.isIdeographic(c)
                || (c >= 0x1100 && c <= 0x115f)
                || (c >= 0x3000 && c <= 0x30ff)
                || (c >= 0xac00 && c <= 0xd7a3)
                || (c >= 0xff00 && c <= 0xff60)
                || (c >= 0x1f300 && c <= 0x1faff);
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide ? 2 : 1;
        };
    }
}
