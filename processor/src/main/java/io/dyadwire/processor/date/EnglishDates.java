package io.dyadwire.processor.date;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.matcher.text.Vocabulary;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Time expressions of news English. One pass over the words; a grammar is tried only where a word of time stands, so the
 * cost is that of the words.
 */
final class EnglishDates implements Language {
    private final ThreadLocal<Words> words;
    private final Holidays holidays;
    private final Clock clock;
    private final Relative relative;
    private final Parts parts;
    private final Distances distances;

    EnglishDates(Vocabulary vocabulary, Zones zones) {
        holidays = new Holidays(vocabulary);
        Lexicon lexicon = new Lexicon(vocabulary, holidays.firstWords());
        words = ThreadLocal.withInitial(() -> new Words(lexicon));
        relative = new Relative(this::date);
        parts = new Parts(relative, this::date);
        distances = new Distances(this::date);
        clock = new Clock(this::date, zones);
    }

    @Override
    public void read(Tokens tokens, Field field, Supplier<LocalDateTime> published, List<DateTag> tags) {
        Words text = words.get();
        text.read(tokens);
        if (text.starters() == 0) {
            return;
        }
        Context context = new Context(text, published.get());
        for (int n = 0, next = 0; n < text.starters(); n++) {
            Reading reading = text.starter(n) < next ? null : read(context, text.starter(n));
            if (reading != null) {
                context.remember(reading);
                tags.add(tag(text, field, reading));
                next = reading.last() + 1;
            }
        }
    }

    private static DateTag tag(Words text, Field field, Reading reading) {
        int first = reading.first();
        int last = reading.last();
        int start = text.start(first);
        int end = text.endWithBracket(first, last);
        return new DateTag(
                reading.value(),
                reading.kind(),
                field,
                start,
                end,
                text.source().substring(start, end));
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

    /** A quick no for most words that could begin an expression: what follows them says that they do not. */
    private boolean mayBegin(Context c, int i) {
        Words w = c.words();
        boolean told = w.sort(i + 1) != Sort.NONE;
        return switch (w.sort(i)) {
            case DIGITS -> !isQuantity(w, i);
            case A, THE, THIS, NEXT, LAST -> told || holidays.begins(c, i + 1) || holidays.begins(c, i);
            case NUMBER, FEW, HALF, EVERY, EDGE, LIMIT, FISCAL -> told || holidays.begins(c, i);
            case SAME -> told || w.reads(i + 1, "time");
            case UNIT -> told || w.sort(i - 1).leadsToLength();
            default -> true;
        };
    }

    /** A number that nothing ties to another number, and that no word of time follows. */
    private static boolean isQuantity(Words w, int i) {
        int digits = w.length(i);
        if (digits == 4 || digits == 8 || w.count() <= 3) {
            return false;
        }
        char gap = w.before(i + 1);
        boolean ends =
                switch (w.sort(i + 1)) {
                    case NONE, NOUN -> true;
                    case DIGITS -> gap == 0 || (gap == ',' && !(w.before(i) == ',' && w.is(i - 1, Sort.DIGITS)));
                    default -> false;
                };
        if (!ends) {
            return false;
        }
        char before = w.before(i);
        return switch (w.sort(i - 1)) {
            case AND, TO, OR, THROUGH -> false;
            default -> before != '-' && before != '–' && before != '\'' && before != '’';
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
            best = longer(best, parts.read(c, i));
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
