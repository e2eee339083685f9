package io.dyadwire.alerts.view;

import java.time.LocalDate;
import java.util.Comparator;

/** Where a deadline stands in the list: by the day on which it is over, then by its id. */
public record Place(LocalDate lastDay, String id) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::lastDay).thenComparing(Place::id);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
