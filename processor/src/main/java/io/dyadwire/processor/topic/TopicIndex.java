package io.dyadwire.processor.topic;

import io.dyadwire.matcher.phrase.Match;
import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** The phrases of all topics in one index. */
final class TopicIndex {

    enum Part {
        STRONG,
        WEAK,
        NEAR,
        NOT
    }

    /** What a phrase is in which topic's query; {@code clause} and {@code group} are for {@link Part#NEAR}. */
    record Entry(int topic, Part part, int clause, int group) {}

    private final PhraseIndex index;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    TopicIndex(Vocabulary vocabulary, List<TopicQuery> topics) {
        var builder = PhraseIndex.builder(vocabulary);
        for (int topic = 0; topic < topics.size(); topic++) {
            var query = topics.get(topic);
            add(builder, query.strong(), new Entry(topic, Part.STRONG, 0, 0));
            add(builder, query.weak(), new Entry(topic, Part.WEAK, 0, 0));
            add(builder, query.not(), new Entry(topic, Part.NOT, 0, 0));
            for (var near : query.near()) {
                for (int group = 0; group < near.size(); group++) {
                    add(builder, near.get(group), new Entry(topic, Part.NEAR, groups.size(), group));
                }
                groups.add(near.size());
            }
        }
        index = builder.build();
    }

    private void add(PhraseIndex.Builder builder, List<String> phrases, Entry entry) {
        phrases.forEach(phrase -> add(builder, entries.size(), phrase));
        entries.add(entry);
    }

    /** Refuses a phrase without a word or with one that is too long. */
    static void add(PhraseIndex.Builder builder, int id, String phrase) {
        builder.add(id, phrase.startsWith("=") ? phrase.substring(1) : phrase, matchOf(phrase));
    }

    private static Match matchOf(String phrase) {
        if (!phrase.startsWith("=")) {
            return Match.FOLDED;
        }
        return phrase.chars().anyMatch(Character::isUpperCase) ? Match.EXACT_CASE : Match.EXACT;
    }

    PhraseIndex phrases() {
        return index;
    }

    Entry entry(int id) {
        return entries.get(id);
    }

    int clauses() {
        return groups.size();
    }

    int groups(int clause) {
        return groups.get(clause);
    }
}
