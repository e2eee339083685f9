package io.dyadwire.processor.topic;

import io.dyadwire.matcher.phrase.PhraseIndex;
import io.dyadwire.matcher.text.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads topics as {@code topics.txt} has them; its first lines say how. All mistakes are collected, each with its place; a
 * block with a mistake gives no topic.
 */
final class TopicFile {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern IPTC = Pattern.compile("[0-9]{8}");

    private final List<TopicQuery> topics = new ArrayList<>();
    private final List<TopicLine> off = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final PhraseIndex.Builder trial = PhraseIndex.builder(new Vocabulary());

    private @Nullable TopicLine topic;
    private int before;
    private String label = "";
    private final List<String> iptc = new ArrayList<>();
    private final List<String> strong = new ArrayList<>();
    private final List<String> weak = new ArrayList<>();
    private final List<List<List<String>>> near = new ArrayList<>();
    private final List<String> not = new ArrayList<>();

    /** @param file what mistakes call it */
    void read(String file, List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var line = TopicLine.whole(file, i + 1, lines.get(i));
            if (!line.isBlank() && !line.words().startsWith("#")) {
                take(line);
            }
        }
        close();
    }

    /** Those of the blocks without a mistake. */
    List<TopicQuery> topics() {
        return List.copyOf(topics);
    }

    /** The slugs that a line switches off. */
    List<TopicLine> off() {
        return List.copyOf(off);
    }

    /** All mistakes so far. */
    List<String> problems() {
        return problems;
    }

    private void take(TopicLine line) {
        TopicLine rest = line.rest();
        if (rest.isBlank()) {
            problems.add(line.problem("says nothing after '" + line.key() + "'"));
            return;
        }
        switch (line.key()) {
            case "topic" -> {
                close();
                before = problems.size();
                topic = slug(rest);
            }
            case "off" -> {
                close();
                off.add(slug(rest));
            }
            case "label", "iptc", "strong", "weak", "near", "not" -> {
                if (topic == null) {
                    problems.add(line.problem("belongs to no topic: a line 'topic SLUG' comes first"));
                } else {
                    take(line.key(), rest);
                }
            }
            default ->
                problems.add(line.problem("'" + line.key()
                        + "' begins no line (known: topic, label, iptc, strong, weak, near, not, off)"));
        }
    }

    private void take(String key, TopicLine rest) {
        switch (key) {
            case "label" -> label = rest.words();
            case "iptc" -> rest.parted(' ').forEach(this::takeIptc);
            case "strong" -> strong.addAll(phrases(rest));
            case "weak" -> weak.addAll(phrases(rest));
            case "not" -> not.addAll(phrases(rest));
            default -> takeNear(rest);
        }
    }

    private void takeIptc(TopicLine id) {
        if (!id.isBlank() && !IPTC.matcher(id.words()).matches()) {
            problems.add(id.problem("'" + id.words() + "' is no id of an IPTC Media Topic: eight digits"));
        }
        if (!id.isBlank()) {
            iptc.add(id.words());
        }
    }

    private void takeNear(TopicLine rest) {
        List<TopicLine> groups = rest.parted('+');
        if (groups.size() < 2 || groups.size() > FieldScan.MOST_GROUPS) {
            problems.add(
                    rest.problem("near has from 2 to " + FieldScan.MOST_GROUPS + " groups, with '+' between them"));
        } else {
            near.add(groups.stream().map(this::phrases).toList());
        }
    }

    private List<String> phrases(TopicLine line) {
        List<String> phrases = new ArrayList<>();
        for (TopicLine part : line.parted('|')) {
            if (part.words().split("[\\s-]+").length > FieldScan.MOST_WORDS) {
                problems.add(part.problem("a phrase has at most " + FieldScan.MOST_WORDS + " words"));
            }
            try {
                TopicIndex.add(trial, 0, part.words());
                phrases.add(part.words());
            } catch (IllegalArgumentException e) {
                problems.add(
                        part.problem(part.isBlank() ? "no phrase between two '|'" : String.valueOf(e.getMessage())));
            }
        }
        return phrases;
    }

    private TopicLine slug(TopicLine line) {
        if (!SLUG.matcher(line.words()).matches()) {
            problems.add(line.problem("'" + line.words() + "' is no slug: small letters and digits, joined by '-'"));
        }
        return line;
    }

    private void close() {
        if (topic != null) {
            String slug = topic.words();
            if (topics.stream().anyMatch(known -> known.slug().equals(slug))) {
                problems.add(topic.problem("the topic '" + slug + "' is there already"));
            }
            // Where a line of the block is wrong already, that is what to mend.
            if (problems.size() == before && strong.isEmpty() && weak.isEmpty() && near.isEmpty()) {
                problems.add(
                        topic.problem("the topic '" + slug + "' has no strong, weak or near: nothing would give it"));
            }
            topics.add(new TopicQuery(slug, label.isEmpty() ? slug : label, iptc, strong, weak, near, not));
        }
        topic = null;
        label = "";
        List.of(iptc, strong, weak, near, not).forEach(List::clear);
    }
}
