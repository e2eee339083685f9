package io.dyadwire.matcher.query;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads what stands after the colon of a field that has no words. Messages of its exceptions say what is wanted. */
final class FieldReader {
    /** An expression is run on every article that the rest of its query fits; its cost grows with its size. */
    private static final int LONGEST_EXPRESSION = 500;

    private static final int LARGEST_PROGRAM = 2_000;

    private FieldReader() {}

    static Query value(QueryField field, String value) {
        if (field == QueryField.DEADLINE) {
            LocalDate day = day(value);
            return new Query.Due(day, day);
        }
        if (field == QueryField.SALIENCE) {
            throw new IllegalArgumentException("salience takes a bound, as in salience:>0.5");
        }
        String written = FieldValue.of(field, value);
        if (written.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for in '" + value + "'");
        }
        return new Query.Has(field, written);
    }

    /** {@code [2019-08-20 TO 2019-08-31]}; a curly bracket leaves its day out, a star an end open. */
    static Query range(QueryField field, String text) {
        if (field != QueryField.DEADLINE) {
            throw new IllegalArgumentException(field.written() + " takes no range; deadline does");
        }
        String[] ends = text.substring(1, text.length() - 1).strip().split("\\s+TO\\s+", -1);
        if (ends.length != 2) {
            throw new IllegalArgumentException("a range has two days, as in [2019-08-20 TO 2019-08-31]");
        }
        LocalDate from = open(ends[0]);
        LocalDate to = open(ends[1]);
        from = from != null && text.startsWith("{") ? from.plusDays(1) : from;
        to = to != null && text.endsWith("}") ? to.minusDays(1) : to;
        if (from != null && to != null && from.isAfter(to)) {
            throw new IllegalArgumentException("no day lies from " + from + " to " + to);
        }
        return new Query.Due(from, to);
    }

    /** {@code >0.5}, {@code <=2019-08-31}. */
    static Query comparison(QueryField field, String text) {
        boolean above = text.startsWith(">");
        boolean equal = text.startsWith("=", 1);
        String value = text.substring(equal ? 2 : 1);
        if (field == QueryField.DEADLINE) {
            LocalDate day = day(value);
            return above
                    ? new Query.Due(equal ? day : day.plusDays(1), null)
                    : new Query.Due(null, equal ? day : day.minusDays(1));
        }
        if (field != QueryField.SALIENCE) {
            throw new IllegalArgumentException(field.written() + " takes no bound; salience and deadline do");
        }
        return new Query.Salience(above, equal, share(value));
    }

    static Query expression(QueryField field, String expression) {
        if (field != QueryField.TITLE && field != QueryField.URL) {
            throw new IllegalArgumentException("regular expressions are for title and url only");
        }
        if (expression.isEmpty() || expression.length() > LONGEST_EXPRESSION) {
            throw new IllegalArgumentException("a regular expression has 1 to " + LONGEST_EXPRESSION + " characters");
        }
        compile(expression);
        return new Query.Matches(field, expression);
    }

    static Pattern compile(String expression) {
        try {
            Pattern pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            if (pattern.programSize() > LARGEST_PROGRAM) {
                throw new IllegalArgumentException("the regular expression repeats too much: make it simpler");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("not a regular expression that RE2 knows: " + e.getMessage(), e);
        }
    }

    private static @Nullable LocalDate open(String day) {
        return day.equals("*") ? null : day(day);
    }

    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("a day is written 2019-08-24, not '" + day + "'", e);
        }
    }

    private static double share(String value) {
        if (!value.matches("0(\\.\\d{1,6})?|1(\\.0{1,6})?|\\.\\d{1,6}")) {
            throw new IllegalArgumentException("salience goes from 0 to 1, as in salience:>0.5");
        }
        return Double.parseDouble(value);
    }
}
