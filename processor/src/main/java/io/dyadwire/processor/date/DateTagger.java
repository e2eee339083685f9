package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import io.dyadwire.processor.text.Document;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the time expressions of an article and the values they have on its publication day (UTC). One pass over the
 * words; a grammar is tried only where a word of time stands, so the cost is that of the words. Values follow TIMEX3
 * (ISO-TimeML): {@code 2019-08-24}, {@code 2019-W34}, {@code 2019-Q3}, {@code 2019-SU}, {@code 199} (a decade),
 * {@code 2019-08-16TMO}, {@code P3D}, {@code PXM}, {@code XXXX-WXX-1}, {@code PAST_REF}.
 *
 * <p>Thread-safe. Any text is accepted; what cannot be resolved is left out.
 */
public final class DateTagger {
    private final Lexicon lexicon;
    private final Holidays holidays;
    private final Clock clock;
    private final Relative relative;
    private final Distances distances;

    public DateTagger(Vocabulary vocabulary) {
        lexicon = new Lexicon(vocabulary);
        holidays = new Holidays(vocabulary);
        relative = new Relative(this::date);
        distances = new Distances(this::date);
        clock = new Clock(this::date);
    }

    /** The time expressions of title and text, in order of place; the title first. */
    public List<DateTag> tag(Document document) {
        List<DateTag> tags = new ArrayList<>();
        for (Field field : Field.values()) {
            collect(document.article(), field, document.of(field), tags);
        }
        return List.copyOf(tags);
    }

    private void collect(Article article, Field field, Tokens tokens, List<DateTag> tags) {
        Words words = new Words(tokens, lexicon);
        Context context = new Context(words, LocalDateTime.ofInstant(article.referenceTime(), ZoneOffset.UTC));
        int i = 0;
        while (i < words.count()) {
            Reading reading = read(context, i);
            if (reading == null) {
                i++;
                continue;
            }
            context.remember(reading);
            int start = words.start(reading.first());
            int end = words.end(reading.last());
            tags.add(new DateTag(
                    reading.value(), reading.kind(), field, start, end, words.text(reading.first(), reading.last())));
            i = reading.last() + 1;
        }
    }

    private @Nullable Reading read(Context c, int i) {
        if (!mayBegin(c, i)) {
            return null;
        }
        Reading time = clock.read(c, i);
        Reading date = date(c, i);
        Reading best = longer(time, date == null ? null : clock.withTime(c, date));
        return longer(best, Periods.read(c, i));
    }

    /** A quick no for most words: only some sorts begin an expression, and an article needs one behind it. */
    private boolean mayBegin(Context c, int i) {
        if (holidays.begins(c, i)) {
            return true;
        }
        Sort sort = c.words().sort(i);
        return switch (sort) {
            case A, THE -> c.words().sort(i + 1) != Sort.NONE || (c.words().inside(i + 1) && holidays.begins(c, i + 1));
            default -> sort.begins();
        };
    }

    /** The longest reading of a date at this word; null when there is none. */
    private @Nullable Reading date(Context c, int i) {
        if (!c.enter()) {
            return null;
        }
        try {
            Reading best = holidays.read(c, i);
            best = longer(best, Calendar.read(c, i));
            best = longer(best, Weekdays.read(c, i));
            best = longer(best, relative.read(c, i));
            best = longer(best, distances.read(c, i));
            return longer(best, Years.read(c, i));
        } finally {
            c.leave();
        }
    }

    private static @Nullable Reading longer(@Nullable Reading one, @Nullable Reading other) {
        return one == null || (other != null && other.last() > one.last()) ? other : one;
    }
}
