package io.dyadwire.processor.story;

import com.ibm.icu.text.Normalizer2;
import io.dyadwire.contract.Digest;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.Dateline;
import io.dyadwire.processor.text.Document;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The story of an article, from the article alone: outlets that run the same headline share it. Letters and digits count,
 * whatever their case, width and marks between them; labels such as "UPDATE 2-" and the outlet's own name do not. A
 * headline that says too little, such as "News in brief", is taken together with how the text begins.
 */
public final class StoryFinder {
    /** Letters of the text, without its dateline, that must be the same. */
    private static final int TEXT_LETTERS = 240;

    /** With fewer, texts may begin the same by chance. */
    private static final int LEAST_TEXT = 80;

    private static final int TELLING_WORDS = 4;
    private static final int TELLING_LETTERS = 20;

    /** In scripts without spaces, where a character says more. */
    private static final int TELLING_IDEOGRAPHS = 10;

    private static final Pattern LABEL = Pattern.compile(
            "^\\s*(?:(?:UPDATE|WRAPUP|CORRECTED|CORRECTION|RETRACTED|RETRACTION|WITHDRAWN|REFILE|RECAST|BREAKING(?: NEWS)?"
                    + "|EXCLUSIVE|URGENT|ALERT|FLASH|JUST IN|WATCH|LIVE|\\d?(?:ST|ND|RD|TH)? ?LEAD)(?: \\d{1,2})?\\s*[-:–—]"
                    + "|\\((?:\\d?(?:ST|ND|RD|TH)? ?LEAD|URGENT|CORRECTED)\\)|\\[[A-Z]{3,12}\\])\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

    private StoryFinder() {}

    public static Story of(Document document) {
        Article article = document.article();
        String headline = letters(bare(article), Integer.MAX_VALUE);
        String beginning = beginning(document);
        String id = isTelling(headline)
                ? Digest.of("headline", squeezed(headline))
                : Digest.of(
                        "headline and text",
                        squeezed(headline),
                        squeezed(beginning),
                        alone(headline, beginning, article));
        String text = squeezed(beginning);
        return new Story(id, null, 1, text.length() < LEAST_TEXT ? null : Digest.of("text", text));
    }

    /** What makes an article a story of its own when neither headline nor text says enough to be shared. */
    private static String alone(String headline, String beginning, Article article) {
        return headline.length() + beginning.length() < LEAST_TEXT
                ? article.id().value()
                : "";
    }

    /** The headline without labels and without the outlet's name. */
    private static String bare(Article article) {
        String title = article.title();
        for (int i = 0; i < 3; i++) {
            var label = LABEL.matcher(title);
            if (!label.find()) {
                break;
            }
            title = title.substring(label.end());
        }
        int last = Math.max(title.lastIndexOf(" | "), Math.max(title.lastIndexOf(" - "), title.lastIndexOf(" – ")));
        if (last > 0 && isOutlet(title.substring(last + 3), article)) {
            title = title.substring(0, last);
        }
        return title;
    }

    private static boolean isOutlet(String words, Article article) {
        String name = squeezed(letters(words, Integer.MAX_VALUE));
        String publisher = squeezed(letters(article.publisherOrFeed(), Integer.MAX_VALUE));
        String feed = squeezed(letters(article.feedTitle(), Integer.MAX_VALUE));
        return !name.isEmpty() && (publisher.startsWith(name) || name.startsWith(publisher) || feed.startsWith(name));
    }

    private static String beginning(Document document) {
        Tokens text = document.text();
        int first = Dateline.end(text);
        int from = first == 0 || first >= text.count() ? 0 : text.start(first);
        return letters(document.article().text().substring(from), TEXT_LETTERS);
    }

    /** Letters and digits, folded, with one blank for all between two words; this many at most. */
    private static String letters(String text, int most) {
        String plain = asciiLetters(text, most);
        return plain == null ? foldedLetters(text, most) : plain;
    }

    /** The same of ASCII, which most texts begin with; null when there is more among it or right behind it. */
    private static @Nullable String asciiLetters(String text, int most) {
        int end = (int) Math.min(text.length(), 3 * (long) most);
        StringBuilder letters = new StringBuilder(end);
        boolean parted = false;
        for (int i = 0, count = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return null;
            }
            if (count == most) {
                break;
            }
            char small = c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
            if ((small >= 'a' && small <= 'z') || (c >= '0' && c <= '9')) {
                if (parted && count > 0) {
                    letters.append(' ');
                }
                letters.append(small);
                parted = false;
                count++;
            } else {
                parted = true;
            }
        }
        return letters.toString();
    }

    private static String foldedLetters(String text, int most) {
        String folded = FOLD.normalize(text.length() > 3 * (long) most ? text.substring(0, 3 * most) : text);
        StringBuilder letters = new StringBuilder();
        int count = 0;
        for (int i = 0; i < folded.length() && count < most; ) {
            int c = folded.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(c);
                count++;
            } else if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
            }
        }
        return letters.toString().strip();
    }

    private static boolean isTelling(String headline) {
        int ideographs = 0;
        int words = 1;
        for (int i = 0; i < headline.length(); ) {
            int c = headline.codePointAt(i);
            i += Character.charCount(c);
            ideographs += c >= 0x2E80 && Character.isLetter(c) ? 1 : 0;
            words += c == ' ' ? 1 : 0;
        }
        return ideographs >= TELLING_IDEOGRAPHS || (words >= TELLING_WORDS && headline.length() >= TELLING_LETTERS);
    }

    /** Where the words are parted is a matter of taste. */
    private static String squeezed(String letters) {
        return letters.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
