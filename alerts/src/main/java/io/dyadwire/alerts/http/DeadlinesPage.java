package io.dyadwire.alerts.http;

import io.dyadwire.alerts.view.DeadlineView;
import io.dyadwire.alerts.view.Listed;
import io.dyadwire.alerts.view.Place;
import io.dyadwire.alerts.view.Wanted;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of {@code GET /deadlines}: by the day on which they are over.
 *
 * @param deadlines as they stand on {@code news.deadlines}
 * @param own those that the desk sets itself, on the first page of a desk that is asked for by nothing but days
 * @param next give it as {@code after} for the page behind this; absent on the last
 */
record DeadlinesPage(
        List<Deadline> deadlines,
        @Nullable List<Own> own,
        @Nullable String next) {
    static final Set<String> PARAMETERS = Set.of("pair", "topic", "desk", "state", "from", "to", "limit", "after");
    static final int LIMIT = 100;
    static final int MOST = 1000;

    /** A deadline that a desk sets itself. */
    record Own(RuleId rule, DeskId desk, String what, LocalDate due) {
        private static Own of(Rule rule) {
            return new Own(
                    rule.id(), rule.desk(), Objects.requireNonNull(rule.what()), Objects.requireNonNull(rule.due()));
        }
    }

    static DeadlinesPage of(DeadlineView view, Parameters parameters) {
        Wanted wanted = parameters.wanted(view.rules().desks());
        int limit = parameters.number("limit", 1, MOST, LIMIT);
        Place after = parameters.read("after", DeadlinesPage::place, "the 'next' of a page: leave it out to begin");
        List<Listed> found = view.find(wanted, after).limit(limit + 1L).toList();
        List<Listed> shown = found.subList(0, Math.min(limit, found.size()));
        return new DeadlinesPage(
                shown.stream().map(Listed::deadline).toList(),
                after == null ? own(view, wanted) : null,
                found.size() > limit ? cursor(shown.getLast().place()) : null);
    }

    private static @Nullable List<Own> own(DeadlineView view, Wanted wanted) {
        if (wanted.desk() == null
                || wanted.pair() != null
                || wanted.topic() != null
                || !wanted.states().isEmpty()) {
            return null;
        }
        return view.ownOf(wanted.desk()).stream()
                .map(Own::of)
                .filter(own -> wanted.covers(PartialDate.of(own.due())))
                .sorted(Comparator.comparing(Own::due)
                        .thenComparing(own -> own.rule().value()))
                .limit(MOST)
                .toList();
    }

    private static String cursor(Place place) {
        byte[] text = (place.lastDay() + "|" + place.id()).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static Place place(String cursor) {
        String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", 2);
        if (parts.length != 2) {
            throw new IllegalArgumentException("no place");
        }
        return new Place(LocalDate.parse(parts[0]), parts[1]);
    }
}
