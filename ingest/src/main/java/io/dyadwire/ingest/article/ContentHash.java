package io.dyadwire.ingest.article;

import io.dyadwire.contract.Digest;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What tells one version of an article from the next: 16 hexadecimal digits for the title, 16 for the text. What a reader
 * would not call an edit leaves both as they are: blanks, letter case, quotation marks and dashes, counters of readers and
 * comments, "3 hours ago", an invitation to read on.
 */
public final class ContentHash {
    private static final int HALF = 16;
    private static final Pattern NOISE = Pattern.compile(
            "\\b\\d[\\d.,]*\\s*[km]?\\s*(?:comments?|views?|shares?|likes?|reads?|readers?|replies|reactions?|kommentare?|"
                    + "commentaires?|comentarios?|commenti)\\b"
                    + "|\\b(?:comments?|views?|shares?|likes?|reads?)\\s*[:(]\\s*\\d[\\d.,]*\\s*\\)?"
                    + "|\\b\\d+\\s*(?:seconds?|minutes?|mins?|hours?|hrs?|days?)\\s+ago\\b"
                    + "|\\b\\d+\\s*min(?:ute)?s?\\s+read\\b"
                    + "|(?:\\[?(?:…|\\.\\.\\.)\\]?)?\\s*\\b(?:read more|continue reading|read the full (?:story|article)|"
                    + "weiterlesen|lire la suite|leer más|seguir leyendo|continua a leggere)\\b.{0,120}$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern MARKS =
            Pattern.compile("(?:[^\\p{L}\\p{M}\\p{N}%$€£¥+-]|[+-](?!\\p{N})|(?<=\\p{L})[+-])+");

    private ContentHash() {}

    public static String of(String title, String text) {
        return half(title) + half(text);
    }

    /** The part of a hash that the title makes up. */
    public static String titlePart(String hash) {
        return hash.substring(0, Math.min(HALF, hash.length()));
    }

    private static String half(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        String calm = NOISE.matcher(plain).replaceAll(" ");
        return Digest.of(MARKS.matcher(calm).replaceAll(" ").strip().toLowerCase(Locale.ROOT))
                .substring(0, HALF);
    }
}
