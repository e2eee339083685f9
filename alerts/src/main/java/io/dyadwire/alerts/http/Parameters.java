package io.dyadwire.alerts.http;

import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.view.Wanted;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.rule.DeskId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the question mark. Anything unknown, empty, repeated or malformed is refused with the name, the value
 * and what to write instead.
 */
final class Parameters {
    /** Is asked for before anything else, on every path. */
    static final String TOKEN = "token";

    private static final int MAX_VALUE = 200;
    private static final int MAX_SHOWN = 60;
    private static final int MAX_DESKS_SHOWN = 20;

    private final Map<String, String> given = new TreeMap<>();

    private final Caller caller;

    Parameters(Map<String, List<String>> query, Set<String> known, Caller caller) {
        this.caller = caller;
        query.forEach((name, values) -> {
            if (!name.equals(TOKEN)) {
                given.put(name, single(name, values, known));
            }
        });
    }

    private static String single(String name, List<String> values, Set<String> known) {
        if (!known.contains(name)) {
            throw RefusedException.badParameter(
                    shown(name), "is not known here (known: " + String.join(", ", new TreeSet<>(known)) + ")");
        }
        if (values.size() != 1) {
            throw RefusedException.badParameter(name, "is given " + values.size() + " times; give it once");
        }
        String value = values.getFirst();
        if (value.isBlank()) {
            throw RefusedException.badParameter(name, "is empty; give it a value or leave it out");
        }
        if (value.length() > MAX_VALUE) {
            throw RefusedException.badParameter(name, "is longer than " + MAX_VALUE + " characters");
        }
        return value;
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** The text as it was given; null when it was not. */
    @Nullable
    String text(String name) {
        return given.get(name);
    }

    /** By pair, topic, desk, state, from and to, as far as they are given. */
    Wanted wanted(RuleBook book) {
        LocalDate from = day("from");
        LocalDate to = day("to");
        if (from != null && to != null && to.isBefore(from)) {
            throw RefusedException.badParameter("to", to + " is before from, " + from);
        }
        return new Wanted(
                read("pair", Pair::new, "two ISO 3166 alpha-3 codes in alphabetical order, such as JPN-KOR"),
                read("topic", text -> Check.slug("topic", text), "a topic such as export-controls"),
                desk(book),
                states(),
                from,
                to);
    }

    /** A whole number, or the other one when it is not given. */
    int number(String name, int least, int most, int otherwise) {
        Integer number = read(name, Integer::valueOf, "a whole number");
        if (number == null) {
            return otherwise;
        }
        if (number < least || number > most) {
            throw RefusedException.badParameter(name, number + " is not between " + least + " and " + most);
        }
        return number;
    }

    /** Null when it is not given; refused when the reader throws. */
    <T> @Nullable T read(String name, Function<String, T> reader, String rule) {
        String value = given.get(name);
        if (value == null) {
            return null;
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw RefusedException.badParameter(name, "'" + shown(value) + "' is not " + rule);
        }
    }

    private @Nullable LocalDate day(String name) {
        return read(name, LocalDate::parse, "a day such as 2019-08-24");
    }

    /** Null when it is not given; refused when there is no such desk, by the names of the caller's own, or it is another's. */
    @Nullable
    DeskId desk(RuleBook book) {
        String id = given.get("desk");
        if (id == null) {
            return null;
        }
        List<DeskId> desks = book.desks().stream().map(Desk::id).toList();
        DeskId found = desks.stream()
                .filter(desk -> desk.value().equals(id))
                .findFirst()
                .orElseThrow(() -> RefusedException.badParameter(
                        "desk",
                        "there is no desk '" + shown(id) + "' (known: "
                                + desks.stream()
                                        .filter(caller::knows)
                                        .limit(MAX_DESKS_SHOWN)
                                        .map(DeskId::value)
                                        .collect(Collectors.joining(", "))
                                + ")"));
        if (!caller.knows(found)) {
            throw RefusedException.notFor(found);
        }
        return found;
    }

    private Set<DeadlineState> states() {
        String text = given.get("state");
        Set<DeadlineState> states = EnumSet.noneOf(DeadlineState.class);
        if (text != null) {
            for (String word : text.split(",", -1)) {
                states.add(one("state", word.strip(), DeadlineState.values()));
            }
        }
        return states;
    }

    /** One of these, as the events write it; null when it is not given. */
    <E extends Enum<E>> @Nullable E oneOf(String name, E[] values) {
        String word = given.get(name);
        return word == null ? null : one(name, word, values);
    }

    /** Null when it is not given. */
    @Nullable
    Instant moment(String name) {
        return read(name, Instant::parse, "a moment such as 2019-08-24T03:00:00Z");
    }

    private static <E extends Enum<E>> E one(String name, String word, E[] values) {
        return Arrays.stream(values)
                .filter(value -> word(value).equals(word))
                .findFirst()
                .orElseThrow(() -> RefusedException.badParameter(
                        name,
                        "'" + shown(word) + "' is not one of "
                                + Arrays.stream(values).map(Parameters::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String shown(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN) + "…";
    }
}
