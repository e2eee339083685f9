package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.Dateline;
import io.dyadwire.processor.text.Document;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The dates of one document in their sentences. */
final class Clauses {
    private final Document document;
    private final List<DateTag> dates;
    private final CueWords cues;
    private final BitSet titleDates = new BitSet(0);
    private final BitSet textDates = new BitSet(0);
    private final BitSet read = new BitSet(0);
    private final @Nullable Clause[] clauses;
    private int body = -1;

    Clauses(Document document, List<DateTag> dates, CueWords cues) {
        this.document = document;
        this.dates = dates;
        this.cues = cues;
        this.clauses = new Clause[dates.size()];
    }

    /** Done when the first clause is asked for: most articles have no date to come. */
    private void prepare() {
        body = Dateline.end(document.text());
        for (DateTag tag : dates) {
            boolean calendar =
                    switch (tag.kind()) {
                        case DATE, TIME -> true;
                        case DURATION, SET -> false;
                    };
            if (calendar && !tag.text().endsWith(" Day")) {
                Tokens tokens = document.of(tag.field());
                int first = tokenAt(tokens, tag.start());
                int last = lastAt(tokens, first, tag.end() - 1);
                if (first >= 0 && last >= first) {
                    marks(tag.field()).set(first, last + 1);
                }
            }
        }
    }

    private BitSet marks(Field field) {
        return field == Field.TEXT ? textDates : titleDates;
    }

    /** The date with this index in its sentence; null when it stands in the dateline, or in no word. */
    @Nullable
    Clause of(int date) {
        if (!read.get(date)) {
            read.set(date);
            clauses[date] = read(dates.get(date));
        }
        return clauses[date];
    }

    private @Nullable Clause read(DateTag tag) {
        if (body < 0) {
            prepare();
        }
        Tokens tokens = document.of(tag.field());
        int first = tokenAt(tokens, tag.start());
        int last = lastAt(tokens, first, tag.end() - 1);
        int start = tag.field() == Field.TEXT ? body : 0;
        if (first < start || first < 0 || last < first) {
            return null;
        }
        int sentence = tokens.sentenceOf(first);
        return new Clause(
                tokens,
                cues,
                marks(tag.field()),
                start,
                first,
                last,
                Math.max(start, tokens.firstTokenOf(sentence)),
                Math.max(last, tokens.lastTokenOf(sentence)));
    }

    /** The sentence of this token, as the clause of a date that is nowhere in it. */
    Clause sentence(Field field, int token) {
        if (body < 0) {
            prepare();
        }
        Tokens tokens = document.of(field);
        int start = field == Field.TEXT ? body : 0;
        int sentence = tokens.sentenceOf(token);
        int from = Math.max(start, tokens.firstTokenOf(sentence));
        int to = tokens.lastTokenOf(sentence);
        return new Clause(tokens, cues, marks(field), start, from - 1, from - 1, from, to);
    }

    /** The token that holds this place, or the last one before it; -1 when there is none. */
    static int tokenAt(Tokens tokens, int offset) {
        int low = 0;
        int high = tokens.count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (tokens.start(middle) <= offset) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    /** The same for a place in or behind token {@code first}, of which it is not far. */
    static int lastAt(Tokens tokens, int first, int offset) {
        int last = first;
        while (last + 1 < tokens.count() && tokens.start(last + 1) <= offset) {
            last++;
        }
        return last;
    }
}
