package io.dyadwire.alerts.topology;

import java.util.Locale;

/** Why something that matches raises no alert; a tag of the counter. */
enum Suppressed {
    /** The article was old news when we first saw it. */
    BACKFILL,
    /** The article is further behind the newest than we remember what was raised. */
    TOO_OLD,
    /** The deadline's last day was already over. */
    OVER,
    /** A reminder, or the news that a day has passed, came too late to be of use. */
    LATE;

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
