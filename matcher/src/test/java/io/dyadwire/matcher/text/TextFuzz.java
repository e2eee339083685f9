package io.dyadwire.matcher.text;

import java.util.List;
import java.util.Random;

/** Texts of every ugly kind, the same for the same seed. */
public final class TextFuzz {
    private static final List<String> PIECES = List.of(
            " ",
            " ",
            " ",
            "\n",
            "\n\n",
            "\r\n\r\n",
            ".",
            ". ",
            ", ",
            "-",
            "'",
            "’s ",
            "'s",
            "\"",
            "“",
            "”",
            "(",
            ")",
            "…",
            "U.S.",
            "U.S",
            "a.m.",
            "Mr.",
            "No. 3",
            "1,400",
            "3.5",
            "2019-08-24",
            "24.8.2019",
            "1.1.1.1.1",
            "10:30",
            "Japan",
            "Korea",
            "export",
            "controls",
            "control",
            "said",
            "US",
            "us",
            "THE",
            "é",
            "e\u0301",
            "\u0301",
            "ß",
            "İ",
            "ﬃ",
            "ﷺ",
            "日本",
            "韓国は",
            "。",
            "ー",
            "ไทย",
            "한국",
            "العربية",
            "עברית",
            "हिन्दी",
            "\u200D",
            "\u200F",
            "\u00AD",
            "\uFEFF",
            "👩‍👩‍👧",
            "🇯🇵",
            "𝐉",
            "𠀀",
            "\uD83D",
            "\uDE00",
            "\u0000",
            "\uFFFF",
            "\u2028",
            "\u2029",
            "\u3000",
            "٣٤",
            "½",
            "²",
            "_",
            "@",
            "#",
            "&",
            "$",
            "%");

    private final Random random;

    public TextFuzz(long seed) {
        random = new Random(seed);
    }

    /** Up to {@code pieces} pieces: words, punctuation, rare scripts, broken surrogates, any code unit. */
    public String text(int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(pieces + 1); i > 0; i--) {
            if (random.nextInt(8) == 0) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            } else {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return text.toString();
    }
}
