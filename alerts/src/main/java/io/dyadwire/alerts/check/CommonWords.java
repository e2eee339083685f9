package io.dyadwire.alerts.check;

import io.dyadwire.matcher.text.Tokenizer;
import io.dyadwire.matcher.text.Vocabulary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Words that the news has often: {@code common-words.txt}. Not for several threads. */
final class CommonWords {
    private static final TreeSet<String> ALL = new TreeSet<>();
    private static final List<String> EVERYWHERE = new ArrayList<>();

    /** What makes a word of the same kind of another: {@code export}, {@code exporter}. */
    private static final Set<String> ENDINGS = Set.of(
            ("s es ed ing er or ion al ly ment ship ist ism ity able ible ive ation ance ence ant ent ful less ness ic"
                            + " ical ics ian ial ise ize en ese ary ory age hood dom wide")
                    .split(" "));

    /** Of longer words only: "army" is not of "arm", "Israeli" is of "Israel". */
    private static final Set<String> ENDINGS_OF_LONGER = Set.of("y", "i", "an");

    private static final int LONGER = 5;
    private static final int SHORTEST_PART = 4;
    private static final double SHARED = 0.7;

    /** Of fewer words of the news, or of those that few of them are, nothing is said. */
    private static final int ENOUGH = 20;

    private static final int SELDOM = 2;
    private static final double SELDOM_SHARE = 0.02;

    static {
        read();
    }

    private final Vocabulary vocabulary = new Vocabulary();
    private final Set<Integer> everywhere = new HashSet<>();

    CommonWords() {
        EVERYWHERE.forEach(word -> everywhere.add(base(word)));
    }

    /** Whether a good part of all articles has the word, in whatever form. */
    boolean isEverywhere(String word) {
        return everywhere.contains(base(word));
    }

    private int base(String word) {
        return Tokenizer.cutAndAdd(word, vocabulary).folded(0);
    }

    /**
     * The words that begin so and are probably not meant: beside the word that the beginning itself is and those made from
     * it, or where it is none, beside the words of the largest family. Those of the news where enough of it has such words,
     * most frequent first; else those of the list, in order.
     */
    static List<String> notMeant(String beginning, @Nullable NewsWords news) {
        Map<String, Integer> seen = news == null ? Map.of() : news.of(beginning);
        int articles = seen.values().stream().mapToInt(count -> count).sum();
        if (articles < ENOUGH) {
            return notMeant(beginning, ALL.subSet(beginning, beginning + Character.MAX_VALUE), word -> 1)
                    .toList();
        }
        TreeSet<String> often = new TreeSet<>();
        seen.forEach((word, count) -> {
            if (count >= Math.max(SELDOM, SELDOM_SHARE * articles)) {
                often.add(word);
            }
        });
        return notMeant(beginning, often, seen::get)
                .sorted(Comparator.comparing((String word) -> seen.get(word)).reversed())
                .toList();
    }

    private static Stream<String> notMeant(String beginning, SortedSet<String> all, ToIntFunction<String> frequency) {
        if (ALL.contains(beginning) || all.contains(beginning)) {
            return all.stream().filter(word -> !isMadeOf(beginning, word));
        }
        List<List<String>> families = families(all);
        families.sort(Comparator.comparingInt((List<String> family) ->
                        family.stream().mapToInt(frequency).sum())
                .reversed());
        return families.stream().skip(1).flatMap(List::stream).sorted();
    }

    private static boolean isMadeOf(String word, String longer) {
        String rest = longer.substring(word.length());
        return rest.isEmpty()
                || ENDINGS.contains(rest)
                || (word.length() >= LONGER && ENDINGS_OF_LONGER.contains(rest))
                || (rest.equals("n") && word.endsWith("a"))
                || (rest.length() <= 2 && (rest.equals("d") || rest.equals("r")) && word.endsWith("e"))
                || (rest.length() >= SHORTEST_PART && ALL.contains(rest));
    }

    /** Words that have most of their beginning in common; they come in order, so that families stand together. */
    private static List<List<String>> families(SortedSet<String> words) {
        List<List<String>> families = new ArrayList<>();
        for (String word : words) {
            if (!families.isEmpty() && areAkin(families.getLast().getFirst(), word)) {
                families.getLast().add(word);
            } else {
                families.add(new ArrayList<>(List.of(word)));
            }
        }
        return families;
    }

    private static boolean areAkin(String one, String other) {
        int shared = 0;
        int shorter = Math.min(one.length(), other.length());
        while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared >= SHORTEST_PART && shared >= SHARED * shorter;
    }

    private static void read() {
        InputStream file = Objects.requireNonNull(CommonWords.class.getResourceAsStream("common-words.txt"));
        try (var in = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> List.of(line.toLowerCase(Locale.ROOT).split(" ")).stream())
                    .forEach(CommonWords::add);
        } catch (IOException e) {
            throw new UncheckedIOException("common-words.txt cannot be read", e);
        }
    }

    private static void add(String word) {
        String bare = word.startsWith("!") ? word.substring(1) : word;
        ALL.add(bare);
        if (bare.length() < word.length()) {
            EVERYWHERE.add(bare);
        }
    }
}
