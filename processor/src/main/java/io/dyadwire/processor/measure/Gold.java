package io.dyadwire.processor.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.Check;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.pair.Pair;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a person says of an article, as the field {@code gold} of its line has it:
 *
 * <pre>{@code
 * {"countries": ["JPN", "KOR"], "pairs": ["JPN-KOR"], "mainPairs": ["JPN-KOR"], "topics": ["export-controls"],
 *  "deadlines": [{"date": "2019-08-24", "kind": "deadline"}], "ignore": ["USA"], "named": "any"}
 * }</pre>
 *
 * What is left out is not measured; an empty list says that there is none. {@code ignore} lists countries that count
 * neither as right nor as wrong. {@code named} says which countries the labels list: {@code about}, the default,
 * {@code direct} or {@code any}. Other fields mean nothing.
 */
public final class Gold {
    private final Map<Label, Set<String>> labels = new EnumMap<>(Label.class);
    private final Set<String> ignored = new HashSet<>();
    private final Naming naming;

    private Gold(JsonNode json, Set<String> topics) {
        labels(json, "countries", Label.COUNTRIES, word -> Check.country("gold.countries", word));
        labels(json, "pairs", Label.PAIRS, word -> new Pair(word).value());
        labels(json, "mainPairs", Label.MAIN_PAIRS, word -> new Pair(word).value());
        labels(json, "topics", Label.TOPICS, word -> known(word, topics));
        deadlines(json.path("deadlines"));
        array(json, "ignore").forEach(code -> ignored.add(text(code, "ignore")));
        naming = naming(json.path("named"));
    }

    /**
     * Reads the labels.
     *
     * @param topics the slugs that there are; another one is a slip of the pen
     * @throws IllegalArgumentException naming the field and what is wrong with it
     */
    public static Gold read(JsonNode json, Set<String> topics) {
        Check.that(json.isObject(), "gold: is not there; it holds what a person says of the article");
        Gold gold = new Gold(json, topics);
        Check.that(
                !gold.labels.isEmpty(),
                "gold: has nothing to measure (known: countries, pairs, mainPairs, topics, deadlines)");
        return gold;
    }

    /** What these labels are about. */
    public Set<Label> labels() {
        return labels.keySet();
    }

    Set<String> of(Label label) {
        return labels.getOrDefault(label, Set.of());
    }

    Set<String> ignored(Label label) {
        return label == Label.COUNTRIES ? ignored : Set.of();
    }

    Naming naming() {
        return naming;
    }

    private void labels(JsonNode json, String field, Label label, UnaryOperator<String> check) {
        if (json.hasNonNull(field)) {
            Set<String> words = new TreeSet<>();
            array(json, field).forEach(value -> words.add(checked(field, text(value, field), check)));
            labels.put(label, words);
        }
    }

    private void deadlines(JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        Check.that(list.isArray(), "gold.deadlines: is not a list");
        Set<String> dates = new TreeSet<>();
        Set<String> withKind = new TreeSet<>();
        boolean allHaveKind = true;
        for (JsonNode entry : list) {
            JsonNode date = entry.isObject() ? entry.path("date") : entry;
            String day = checked("deadlines", text(date, "deadlines"), word -> new PartialDate(word).value());
            String kind = entry.path("kind").asText();
            Check.that(
                    List.of("", "deadline", "event").contains(kind),
                    "gold.deadlines: kind '" + kind + "' is neither 'deadline' nor 'event'");
            dates.add(day);
            withKind.add(day + " " + kind);
            allHaveKind &= !kind.isEmpty();
        }
        labels.put(Label.DEADLINES, dates);
        if (allHaveKind) {
            labels.put(Label.DEADLINE_KINDS, withKind);
        }
    }

    private static String checked(String field, String word, UnaryOperator<String> check) {
        try {
            return check.apply(word);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(why.startsWith("gold.") ? why : "gold." + field + ": " + why, e);
        }
    }

    private static String known(String slug, Set<String> topics) {
        Check.that(topics.contains(slug), "gold.topics: there is no topic '" + slug + "'");
        return slug;
    }

    private static Iterable<JsonNode> array(JsonNode json, String field) {
        JsonNode list = json.path(field);
        Check.that(list.isArray() || list.isMissingNode() || list.isNull(), "gold." + field + ": is not a list");
        return list;
    }

    private static String text(JsonNode value, String field) {
        Check.that(value.isTextual(), "gold." + field + ": " + value + " is not text");
        return value.asText();
    }

    private static Naming naming(JsonNode value) {
        String word = value.asText("about");
        return Arrays.stream(Naming.values())
                .filter(naming -> naming.name().toLowerCase(Locale.ROOT).equals(word))
                .findAny()
                .orElseThrow(
                        () -> new IllegalArgumentException("gold.named: '" + word + "' is none of about, direct, any"));
    }
}
