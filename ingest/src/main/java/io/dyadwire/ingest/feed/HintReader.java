package io.dyadwire.ingest.feed;

import io.dyadwire.contract.feed.FeedHints;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/**
 * How often a feed asks to be read: {@code ttl} in minutes, {@code skipHours} and {@code skipDays} of RSS 2.0, and the
 * Syndication module of RSS 1.0, which others use too. What makes no sense is left out.
 */
final class HintReader {
    private static final Namespace SYNDICATION = Namespace.getNamespace("http://purl.org/rss/1.0/modules/syndication/");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private HintReader() {}

    /** Reads them and takes them out of the tree, since ROME refuses a whole feed for an hour that is no number. */
    static @Nullable FeedHints take(Element root) {
        List<Element> places = places(root);
        FeedHints hints = read(places);
        for (String name : List.of("ttl", "skipHours", "skipDays")) {
            child(places, name).ifPresent(Element::detach);
        }
        return hints.equals(FeedHints.NONE) ? null : hints;
    }

    /** The root, and the channel below it. */
    static List<Element> places(Element root) {
        return Stream.concat(Stream.of(root), root.getChildren().stream().filter(child -> child.getName()
                        .equals("channel")))
                .toList();
    }

    private static FeedHints read(List<Element> places) {
        Duration ttl = child(places, "ttl")
                .flatMap(HintReader::number)
                .map(Duration::ofMinutes)
                .filter(Duration::isPositive)
                .orElse(null);
        return new FeedHints(ttl, updatePeriod(places), List.copyOf(hours(places)), List.copyOf(days(places)));
    }

    private static @Nullable Duration updatePeriod(List<Element> places) {
        long times = syndication(places, "updateFrequency")
                .flatMap(HintReader::number)
                .filter(number -> number > 0)
                .orElse(1L);
        return syndication(places, "updatePeriod")
                .flatMap(period -> period(period.getTextTrim()))
                .map(period -> period.dividedBy(times))
                .filter(Duration::isPositive)
                .orElse(null);
    }

    private static Optional<Element> syndication(List<Element> places, String name) {
        return places.stream()
                .flatMap(place -> Stream.ofNullable(place.getChild(name, SYNDICATION)))
                .findFirst();
    }

    private static Optional<Duration> period(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "hourly" -> Optional.of(Duration.ofHours(1));
            case "daily" -> Optional.of(Duration.ofDays(1));
            case "weekly" -> Optional.of(Duration.ofDays(7));
            case "monthly" -> Optional.of(Duration.ofDays(30));
            case "yearly" -> Optional.of(Duration.ofDays(365));
            default -> Optional.empty();
        };
    }

    /** Older versions count from 1 to 24, and 24 is midnight. */
    private static SortedSet<Integer> hours(List<Element> places) {
        SortedSet<Integer> hours = new TreeSet<>();
        entries(places, "skipHours", "hour")
                .flatMap(hour -> number(hour).stream())
                .filter(hour -> hour <= 24)
                .forEach(hour -> hours.add((int) (hour % 24)));
        return hours;
    }

    private static SortedSet<DayOfWeek> days(List<Element> places) {
        SortedSet<DayOfWeek> days = new TreeSet<>();
        List<String> names = Stream.of(DayOfWeek.values()).map(DayOfWeek::name).toList();
        entries(places, "skipDays", "day")
                .map(day -> day.getTextTrim().toUpperCase(Locale.ROOT))
                .filter(names::contains)
                .forEach(day -> days.add(DayOfWeek.valueOf(day)));
        return days;
    }

    private static Stream<Element> entries(List<Element> places, String list, String entry) {
        return child(places, list).stream()
                .flatMap(skip -> skip.getChildren().stream())
                .filter(child -> child.getName().equalsIgnoreCase(entry));
    }

    /** The first of this name, in whatever namespace: feeds are careless with theirs. */
    private static Optional<Element> child(List<Element> places, String name) {
        return places.stream()
                .flatMap(place -> place.getChildren().stream())
                .filter(child -> child.getName().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Optional<Long> number(Element element) {
        String text = element.getTextTrim();
        return NUMBER.matcher(text).matches() ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
