package io.dyadwire.alerts.story;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.article.Article;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether an article says of itself that it corrects or takes back what was published before, as English newsrooms put it: in
 * a label of the headline, or in a note at the beginning or the end of the text.
 */
public final class EditorsNote {
    /** A note stands within so many characters of the beginning or the end. */
    private static final int NEAR = 500;

    private static final String THIS = "this (?:story|article|report|item|post|page|version)";
    private static final Pattern RETRACTED_TITLE = Pattern.compile(
            "^\\W*(?:retracted|retraction|withdrawn|withdrawal of story|kill|story withdrawn|advisory: withdrawn)\\b\\s*[-:–—\\])]",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CORRECTED_TITLE = Pattern.compile(
            "^\\W*(?:corrected|correction|corrects|clarification)(?: \\d{1,2})?\\s*[-:–—\\])]|[(\\[](?:corrected|correction)[)\\]]\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RETRACTED_TEXT = Pattern.compile(
            THIS + " (?:has been|was|is) (?:withdrawn|retracted|taken down|removed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CORRECTED_TEXT = Pattern.compile(
            THIS
                    + " (?:has been|was|is) (?:corrected|amended|updated to correct|changed to correct|edited to correct)\\b"
                    + "|\\b(?:an|a) (?:earlier|previous|prior) version of " + THIS.replace("this", "(?:this|the)")
                    + " (?:\\w+ )?(?:misstated|mis\\w+|wrongly|incorrectly|erroneously|gave|said|stated|contained)\\b"
                    + "|^\\s*[(\\[](?:corrects|correcting|corrected)\\b|^\\W*corrections?\\s*:",
            Pattern.CASE_INSENSITIVE);

    private EditorsNote() {}

    /** {@link AlertType#RETRACTION}, {@link AlertType#CORRECTION}, or null when it says neither. */
    public static @Nullable AlertType of(Article article) {
        String text = article.text();
        String first = text.substring(0, Math.min(NEAR, text.length()));
        String last = text.substring(Math.max(0, text.length() - NEAR));
        if (RETRACTED_TITLE.matcher(article.title()).find() || found(RETRACTED_TEXT, first, last)) {
            return AlertType.RETRACTION;
        }
        boolean corrected = CORRECTED_TITLE.matcher(article.title()).find() || found(CORRECTED_TEXT, first, last);
        return corrected ? AlertType.CORRECTION : null;
    }

    private static boolean found(Pattern note, String first, String last) {
        return note.matcher(first).find() || note.matcher(last).find();
    }
}
