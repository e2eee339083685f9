package io.dyadwire.outbound;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Reads a body within limits: bytes as sent, bytes after decompression, and the ratio of the two. */
final class Body {
    /** More than any honest feed or page reaches; a gigabyte of blanks compresses 1028 to 1. */
    private static final int MAX_RATIO = 200;

    /** Below this much, a high ratio does no harm. */
    private static final int RATIO_FROM = 1024 * 1024;

    private Body() {}

    static byte[] read(InputStream sent, String encoding, int maxBytes) throws IOException {
        Counting counted = new Counting(sent);
        BufferedInputStream start = new BufferedInputStream(counted, 8192);
        InputStream plain = decoded(start, encoding.strip().toLowerCase(Locale.ROOT));
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        byte[] buffer = new byte[16 * 1024];
        for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
            out.write(buffer, 0, n);
            if (out.size() > maxBytes || counted.count > maxBytes + 65_536L) {
                throw new TooLargeException("the body is over " + maxBytes + " bytes");
            }
            if (out.size() > RATIO_FROM && out.size() / MAX_RATIO > counted.count) {
                throw new TooLargeException("the body is compressed more than " + MAX_RATIO + " to 1");
            }
        }
        return out.toByteArray();
    }

    private static InputStream decoded(BufferedInputStream sent, String encoding) throws IOException {
        return switch (encoding) {
            case "", "identity" -> sent;
            case "gzip", "x-gzip" -> looksLikeGzip(sent) ? new GZIPInputStream(sent, 8192) : sent;
            default -> throw new NotAskedForException("content encoding '" + encoding + "' was not asked for");
        };
    }

    /** Some servers say gzip and send plain text. */
    private static boolean looksLikeGzip(BufferedInputStream sent) throws IOException {
        sent.mark(2);
        int first = sent.read();
        int second = sent.read();
        sent.reset();
        return first == 0x1f && second == 0x8b;
    }

    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            int n = super.read(buffer, from, length);
            count += Math.max(n, 0);
            return n;
        }
    }

    static final class TooLargeException extends IOException {
        TooLargeException(String message) {
            super(message);
        }
    }

    static final class NotAskedForException extends IOException {
        NotAskedForException(String message) {
            super(message);
        }
    }
}
