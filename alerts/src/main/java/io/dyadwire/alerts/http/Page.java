package io.dyadwire.alerts.http;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next give it as {@code after} for what follows; null at the end
 */
record Page<T>(List<T> items, @Nullable String next) {
    static final int LIMIT = 100;
    static final int MOST = 500;
    static final Set<String> PARAMETERS = Set.of("limit", Cursor.AFTER);

    /** @param found what follows what was shown before, in order */
    static <T> Page<T> of(Stream<T> found, Parameters parameters, Function<T, String> place) {
        int limit = parameters.number("limit", 1, MOST, LIMIT);
        List<T> some = found.limit(limit + 1L).toList();
        return some.size() <= limit
                ? new Page<>(some, null)
                : new Page<>(some.subList(0, limit), Cursor.of(place.apply(some.get(limit - 1))));
    }
}
