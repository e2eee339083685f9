package io.dyadwire.alerts.discipline;

import io.dyadwire.contract.alert.Alert;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a group was told.
 *
 * @param toldAt when it was last told something
 * @param last what that was; kept only while it is to be repeated
 * @param repeats how often it was
 * @param repeatAt when it is next
 */
record Past(
        @Nullable Instant toldAt,
        @Nullable Alert last,
        int repeats,
        @Nullable Instant repeatAt) {
    static final Past NOTHING = new Past(null, null, 0, null);

    static Past told(Alert alert, Instant at, @Nullable Instant repeatAt) {
        return new Past(at, repeatAt == null ? null : alert, 0, repeatAt);
    }

    Past repeated(Instant at, @Nullable Instant next) {
        return new Past(at, next == null ? null : last, repeats + 1, next);
    }

    Past acknowledged() {
        return new Past(toldAt, null, repeats, null);
    }

    Past notBefore(Instant moment) {
        return repeatAt == null || !repeatAt.isBefore(moment) ? this : new Past(toldAt, last, repeats, moment);
    }
}
