package io.dyadwire.processor.measure;

import io.dyadwire.contract.tag.DeadlineTag;
import io.dyadwire.contract.tag.PairTag;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be measured: a set of words an article, the same in the labels and in the tags. */
public enum Label {
    /** Codes of the countries that the article is about, unless the labels say otherwise ({@link Naming}). */
    COUNTRIES("countries"),
    PAIRS("pairs"),
    /** Those that the article is chiefly about. */
    MAIN_PAIRS("main pairs"),
    /** Slugs. */
    TOPICS("topics"),
    /** Dates, as exact as they are known: {@code 2019-08-24}, {@code 2019-09}. */
    DEADLINES("deadlines"),
    /** The same with their kind: {@code 2019-08-24 deadline}. */
    DEADLINE_KINDS("deadlines, kind");

    private final String words;

    Label(String words) {
        this.words = words;
    }

    /** What a person calls it. */
    public String words() {
        return words;
    }

    Set<String> of(TaggedArticle tagged, Naming naming) {
        return switch (this) {
            case COUNTRIES -> naming.countries(tagged);
            case PAIRS -> set(tagged.pairs().stream(), Label::pair);
            case MAIN_PAIRS -> set(tagged.pairs().stream().filter(PairTag::main), Label::pair);
            case TOPICS -> set(tagged.topics().stream(), TopicTag::topic);
            case DEADLINES -> set(tagged.deadlines().stream(), tag -> tag.date().value());
            case DEADLINE_KINDS -> set(tagged.deadlines().stream(), Label::dateAndKind);
        };
    }

    private static String pair(PairTag tag) {
        return tag.pair().value();
    }

    private static String dateAndKind(DeadlineTag tag) {
        return tag.date().value() + " " + tag.kind().name().toLowerCase(Locale.ROOT);
    }

    private static <T> Set<String> set(Stream<T> tags, Function<T, String> word) {
        return tags.map(word).collect(Collectors.toSet());
    }
}
