package io.dyadwire.ingest.fulltext;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The header {@code X-Robots-Tag}: what may be done with a page that may be fetched. */
final class RobotsTag {
    private static final Set<String> NOT_FOR_US = Set.of("none", "noindex", "noai");

    /** {@code googlebot: noindex} speaks to another program; {@code max-snippet: 50} is no name. */
    private static final Pattern FOR_A_PROGRAM = Pattern.compile("^(?!max-|unavailable_after)[a-z0-9_-]+\\s*:.*");

    private RobotsTag() {}

    /** True when it asks all programs not to keep the page. */
    static boolean forbids(List<String> values) {
        return values.stream()
                .map(value -> value.strip().toLowerCase(Locale.ROOT))
                .filter(value -> !FOR_A_PROGRAM.matcher(value).matches())
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .anyMatch(NOT_FOR_US::contains);
    }
}
