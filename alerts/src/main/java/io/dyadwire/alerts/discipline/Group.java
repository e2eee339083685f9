package io.dyadwire.alerts.discipline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.rule.DeskId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told together at one desk.
 *
 * @param route path of the route that it is on
 * @param name what its members have in common, in words; unique at the desk
 * @param snoozedUntil nothing is told before
 * @param stories what is known of each, by its id
 */
public record Group(
        DeskId desk,
        String route,
        String name,
        Queue queue,
        Past past,
        @Nullable Instant snoozedUntil,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Known> stories,
        Instant lastSeen) {
    /** How long after its last member a group, and what it knows of its stories, is forgotten. */
    public static final Duration MEMORY = Duration.ofDays(3);

    private static final int MAX_STORIES = 100;

    public Group {
        stories = Check.map("stories", stories);
    }

    static Group begun(DeskId desk, String route, String name, Instant at) {
        return new Group(desk, route, name, Queue.EMPTY, Past.NOTHING, null, Map.of(), at);
    }

    /** Its key in the memory. */
    public String key() {
        return key(desk, name);
    }

    static String key(DeskId desk, String name) {
        return desk + "\n" + name;
    }

    /** When there is something to do about it. */
    public Instant nextLook() {
        return Stream.of(queue.until(), past.repeatAt(), forgetAt())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Not before what waits is told, and a snooze is over. */
    Instant forgetAt() {
        return Stream.of(queue.until(), past.repeatAt(), snoozedUntil, lastSeen.plus(MEMORY))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether nothing waits in it or is to be repeated, and it knows no story. */
    boolean isSpent() {
        return queue.until() == null && past.repeatAt() == null && snoozedUntil == null && stories.isEmpty();
    }

    Group with(Queue other) {
        return new Group(desk, route, name, other, past, snoozedUntil, stories, lastSeen);
    }

    Group with(Past other) {
        return new Group(desk, route, name, queue, other, snoozedUntil, stories, lastSeen);
    }

    /** About how much it remembers: what is known of its stories, and what waits with all that it would tell. */
    public int size() {
        int known = stories.values().stream().mapToInt(Known::size).sum();
        return 1 + known + Queue.SIZE_OF_HELD * queue.held().size();
    }

    Group seen(Instant at) {
        return new Group(desk, route, name, queue, past, snoozedUntil, stories, later(lastSeen, at));
    }

    Group snoozed(Instant until) {
        return new Group(desk, route, name, queue.notBefore(until), past.notBefore(until), until, stories, lastSeen);
    }

    /** With what is now known of this story; the one that was silent longest leaves when there are too many. */
    Group knowing(String story, Known known) {
        Map<String, Known> all = new LinkedHashMap<>(stories);
        all.put(story, known);
        if (all.size() > MAX_STORIES) {
            all.entrySet().stream()
                    .min(Map.Entry.comparingByValue(Comparator.comparing(Known::lastSeen)))
                    .map(Map.Entry::getKey)
                    .ifPresent(all::remove);
        }
        return new Group(desk, route, name, queue, past, snoozedUntil, all, later(lastSeen, known.lastSeen()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
