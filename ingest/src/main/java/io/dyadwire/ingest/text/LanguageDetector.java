package io.dyadwire.ingest.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * The language of a text, by OpenNLP's model of 103 languages (some 40 MB of heap, loaded with the first question), for
 * want of a word from the feed. Looks at the first 400 characters; of a few words, or where two languages are about as
 * likely, it says nothing. Only languages that states publish news in are answers.
 */
public final class LanguageDetector {
    private static final String MODEL = "/langdetect-183.bin";
    private static final int MAX = 400;
    private static final int LEAST_LETTERS = 20;
    private static final int LEAST_IDEOGRAPHS = 8;
    private static final double CLEAR = 1.15;

    // ISO 639-3, as the model says it, to the tag that BCP 47 wants.
    private static final Map<String, String> TAGS = Map.ofEntries(
            Map.entry("afr", "af"),
            Map.entry("ara", "ar"),
            Map.entry("aze", "az"),
            Map.entry("bel", "be"),
            Map.entry("ben", "bn"),
            Map.entry("bul", "bg"),
            Map.entry("cat", "ca"),
            Map.entry("ces", "cs"),
            Map.entry("cmn", "zh"),
            Map.entry("dan", "da"),
            Map.entry("deu", "de"),
            Map.entry("ell", "el"),
            Map.entry("eng", "en"),
            Map.entry("est", "et"),
            Map.entry("fas", "fa"),
            Map.entry("fin", "fi"),
            Map.entry("fra", "fr"),
            Map.entry("guj", "gu"),
            Map.entry("heb", "he"),
            Map.entry("hin", "hi"),
            Map.entry("hrv", "hr"),
            Map.entry("hun", "hu"),
            Map.entry("hye", "hy"),
            Map.entry("ind", "id"),
            Map.entry("isl", "is"),
            Map.entry("ita", "it"),
            Map.entry("jpn", "ja"),
            Map.entry("kan", "kn"),
            Map.entry("kat", "ka"),
            Map.entry("kaz", "kk"),
            Map.entry("kor", "ko"),
            Map.entry("lav", "lv"),
            Map.entry("lit", "lt"),
            Map.entry("mal", "ml"),
            Map.entry("mar", "mr"),
            Map.entry("mkd", "mk"),
            Map.entry("mon", "mn"),
            Map.entry("msa", "ms"),
            Map.entry("nep", "ne"),
            Map.entry("nld", "nl"),
            Map.entry("nno", "nn"),
            Map.entry("nob", "nb"),
            Map.entry("pan", "pa"),
            Map.entry("pol", "pl"),
            Map.entry("por", "pt"),
            Map.entry("ron", "ro"),
            Map.entry("rus", "ru"),
            Map.entry("sin", "si"),
            Map.entry("slk", "sk"),
            Map.entry("slv", "sl"),
            Map.entry("spa", "es"),
            Map.entry("sqi", "sq"),
            Map.entry("srp", "sr"),
            Map.entry("swe", "sv"),
            Map.entry("tam", "ta"),
            Map.entry("tel", "te"),
            Map.entry("tgl", "tl"),
            Map.entry("tha", "th"),
            Map.entry("tur", "tr"),
            Map.entry("ukr", "uk"),
            Map.entry("urd", "ur"),
            Map.entry("uzb", "uz"),
            Map.entry("vie", "vi"));

    private LanguageDetector() {}

    /** A BCP 47 tag such as {@code en}; empty when it cannot be told. */
    public static Optional<String> of(String text) {
        String start = text.substring(0, Math.min(text.length(), MAX));
        if (!isEnough(start)) {
            return Optional.empty();
        }
        Language best = null;
        for (Language language : new LanguageDetectorME(Model.LOADED).predictLanguages(start)) {
            if (!TAGS.containsKey(language.getLang())) {
                continue;
            }
            if (best == null) {
                best = language;
            } else {
                boolean clear = best.getConfidence() >= CLEAR * language.getConfidence();
                return clear ? Optional.ofNullable(TAGS.get(best.getLang())) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isEnough(String text) {
        long ideographs = text.codePoints()
                .filter(c -> Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30ff) || (c >= 0xac00 && c <= 0xd7a3))
                .count();
        return ideographs >= LEAST_IDEOGRAPHS
                || text.codePoints().filter(Character::isLetter).count() >= LEAST_LETTERS;
    }

    private static final class Model {
        static final LanguageDetectorModel LOADED = load();

        private static LanguageDetectorModel load() {
            try (InputStream in = LanguageDetector.class.getResourceAsStream(MODEL)) {
                if (in == null) {
                    throw new IllegalStateException("the model " + MODEL + " is not on the class path");
                }
                return new LanguageDetectorModel(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the model " + MODEL + " cannot be read", e);
            }
        }
    }
}
