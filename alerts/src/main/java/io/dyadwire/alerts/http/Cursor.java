package io.dyadwire.alerts.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a page ends, in a form that nobody is tempted to read: the {@code next} of a page, the {@code after} of the one behind it. */
final class Cursor {
    static final String AFTER = "after";

    private Cursor() {}

    static String of(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    /** The place that is given; null when none is. */
    static @Nullable String read(Parameters parameters) {
        return parameters.read(AFTER, Cursor::place, "the 'next' of a page: leave it out to begin");
    }

    static String place(String cursor) {
        return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    }
}
