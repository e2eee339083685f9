package io.dyadwire.runner.cli;

/**
 * Text from feeds, made safe to print. An article may hold anything, also the bytes that clear a screen, set a window's
 * title or turn the reading direction round.
 */
public final class PlainText {
    private PlainText() {}

    /** On one line: every control character and line break is a blank, and direction marks are gone. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || c == 0x2028 || c == 0x2029) {
                safe.append(' ');
            } else if (!turnsDirection(c)) {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }

    /** Unicode's bidirectional controls (UAX 9, section 2). */
    private static boolean turnsDirection(int c) {
        return c == 0x200E
                || c == 0x200F
                || c == 0x061C
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
