package io.dyadwire.ingest.text;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes to text. In order: a byte order mark; valid UTF-8 that is not just ASCII (no other encoding looks like it by
 * chance); what the HTTP header says; what the document says; what the bytes look like. Never fails: bytes that fit
 * nowhere become U+FFFD.
 */
public final class Decoder {
    private static final Pattern HEADER =
            Pattern.compile("charset\\s*=\\s*[\"']?([^\\s;\"']+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARED = Pattern.compile(
            "(?:^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']|<meta[^>]*?charset\\s*=\\s*[\"']?)([A-Za-z0-9._:-]+)",
            Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int DECLARED_WITHIN = 2048;
    private static final int DETECT_WITHIN = 64 * 1024;

    private Decoder() {}

    /** The text of a document that came with this content type, if any. */
    public static String decode(byte[] bytes, @Nullable String contentType) {
        Mark mark = Mark.of(bytes);
        if (mark != null) {
            return new String(bytes, mark.length, bytes.length - mark.length, mark.charset);
        }
        String utf8 = strictUtf8(bytes);
        if (utf8 != null && !isAscii(bytes)) {
            return utf8;
        }
        return fromHeader(contentType)
                .or(() -> fromDocument(bytes))
                .filter(charset -> !isUtf8(charset) || utf8 != null)
                .or(() -> utf8 == null ? detected(bytes) : Optional.of(StandardCharsets.UTF_8))
                .map(charset -> new String(bytes, charset))
                .orElseGet(() -> new String(bytes, StandardCharsets.UTF_8));
    }

    private static @Nullable String strictUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null; // an answer, not an error: it is something else
        }
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> fromHeader(@Nullable String contentType) {
        return contentType == null ? Optional.empty() : named(HEADER.matcher(contentType));
    }

    private static Optional<Charset> fromDocument(byte[] bytes) {
        Charset wide = Mark.unmarked(bytes);
        if (wide != null) {
            return Optional.of(wide);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
        // Written in single bytes, so it cannot be what it says when it says UTF-16.
        return named(DECLARED.matcher(start)).filter(charset -> !charset.name().startsWith("UTF-16"));
    }

    private static Optional<Charset> named(Matcher matcher) {
        return matcher.find() ? charset(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name.toLowerCase(Locale.ROOT));
            // As browsers do (Encoding standard): the range that Latin-1 leaves empty is used by those who mean
            // Windows.
            boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
            return Optional.of(latin ? WINDOWS_1252 : charset);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static boolean isUtf8(Charset charset) {
        return charset.equals(StandardCharsets.UTF_8);
    }

    private static Optional<Charset> detected(byte[] bytes) {
        CharsetDetector detector = new CharsetDetector();
        detector.setText(bytes.length <= DETECT_WITHIN ? bytes : Arrays.copyOf(bytes, DETECT_WITHIN));
        CharsetMatch match = detector.detect();
        return match == null ? Optional.of(WINDOWS_1252) : charset(match.getName());
    }

    private record Mark(Charset charset, int length) {
        static @Nullable Mark of(byte[] b) {
            if (starts(b, 0xef, 0xbb, 0xbf)) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (starts(b, 0xff, 0xfe, 0, 0)) {
                return new Mark(Charset.forName("UTF-32LE"), 4);
            }
            if (starts(b, 0, 0, 0xfe, 0xff)) {
                return new Mark(Charset.forName("UTF-32BE"), 4);
            }
            if (starts(b, 0xff, 0xfe)) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            return starts(b, 0xfe, 0xff) ? new Mark(StandardCharsets.UTF_16BE, 2) : null;
        }

        /** A document that starts with {@code <} in two or four bytes, without a mark. */
        static @Nullable Charset unmarked(byte[] b) {
            if (starts(b, '<', 0, 0, 0)) {
                return Charset.forName("UTF-32LE");
            }
            if (starts(b, 0, 0, 0, '<')) {
                return Charset.forName("UTF-32BE");
            }
            if (starts(b, '<', 0)) {
                return StandardCharsets.UTF_16LE;
            }
            return starts(b, 0, '<') ? StandardCharsets.UTF_16BE : null;
        }

        private static boolean starts(byte[] bytes, int... expected) {
            for (int i = 0; i < expected.length; i++) {
                if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
