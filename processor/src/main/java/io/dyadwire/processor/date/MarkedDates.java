package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateKind;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.DataFile;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Dates of a language that writes a mark behind each number (2019年8月24日, 2019년 8월 24일). All that differs from one
 * such language to the next is in its file of words, see {@link Mark}.
 */
final class MarkedDates implements Language {
    private final MarkedWords words;

    /** With the words of {@code ja.txt}, say. */
    MarkedDates(String file) {
        words = new MarkedWords(DataFile.lines(MarkedDates.class, file));
    }

    @Override
    public void read(Tokens tokens, Field field, Supplier<LocalDateTime> published, List<DateTag> tags) {
        String text = tokens.source();
        MarkedReader reader = null;
        for (int i = 0; i < text.length(); i++) {
            if (!words.mayBegin(text, i)) {
                continue;
            }
            if (reader == null) {
                reader = new MarkedReader(words, text, published.get().toLocalDate());
            }
            Point point = reader.at(i);
            if (point != null) {
                int end = reader.end();
                tags.add(new DateTag(point.value(), DateKind.DATE, field, i, end, text.substring(i, end)));
                i = end - 1;
            }
        }
    }
}
