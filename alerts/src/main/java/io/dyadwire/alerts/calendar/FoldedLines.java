package io.dyadwire.alerts.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines of at most 75 octets, as RFC 5545 §3.1 asks: longer ones go on after CRLF and a blank. The library counts
 * characters; this counts octets, and never splits one character.
 */
final class FoldedLines {
    private static final int MOST = 75;
    private static final byte[] FOLD = {'\r', '\n', ' '};

    private FoldedLines() {}

    /** @param text unfolded, each line ended by CRLF */
    static byte[] of(String text) {
        byte[] all = text.getBytes(StandardCharsets.UTF_8);
        var folded = new ByteArrayOutputStream(all.length + all.length / 32);
        int octets = 0;
        for (int start = 0; start < all.length; ) {
            int end = start + 1;
            while (end < all.length && (all[end] & 0xc0) == 0x80) {
                end++;
            }
            boolean lineEnd = all[start] == '\r' || all[start] == '\n';
            if (!lineEnd && octets + end - start > MOST) {
                folded.write(FOLD, 0, FOLD.length);
                octets = 1;
            }
            folded.write(all, start, end - start);
            octets = lineEnd ? 0 : octets + end - start;
            start = end;
        }
        return folded.toByteArray();
    }
}
