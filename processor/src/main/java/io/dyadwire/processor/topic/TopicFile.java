package io.dyadwire.processor.topic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code topics.txt}; its first lines say how it is written. A mistake is told with the line that has it. */
final class TopicFile {
    private final List<TopicQuery> topics = new ArrayList<>();
    private String slug = "";
    private String label = "";
    private final List<String> iptc = new ArrayList<>();
    private final List<String> strong = new ArrayList<>();
    private final List<String> weak = new ArrayList<>();
    private final List<List<List<String>>> near = new ArrayList<>();
    private final List<String> not = new ArrayList<>();

    private TopicFile() {}

    static List<TopicQuery> read(List<String> lines) {
        var file = new TopicFile();
        lines.forEach(file::take);
        file.close();
        return List.copyOf(file.topics);
    }

    private void take(String line) {
        String[] parts = line.strip().split("\\s+", 2);
        String rest = parts.length == 2 ? parts[1].strip() : "";
        if (rest.isEmpty()) {
            throw new IllegalArgumentException("topics: '" + line + "' says nothing after its first word");
        }
        switch (parts[0]) {
            case "topic" -> {
                close();
                slug = rest;
            }
            case "label" -> label = rest;
            case "iptc" -> iptc.addAll(Arrays.asList(rest.split("\\s+", -1)));
            case "strong" -> strong.addAll(parted(rest, '|'));
            case "weak" -> weak.addAll(parted(rest, '|'));
            case "not" -> not.addAll(parted(rest, '|'));
            case "near" ->
                near.add(parted(rest, '+').stream()
                        .map(group -> parted(group, '|'))
                        .toList());
            default ->
                throw new IllegalArgumentException(
                        "topics: '" + line + "' begins with none of topic, label, iptc, strong, weak, near, not");
        }
    }

    private static List<String> parted(String text, char by) {
        return Pattern.compile(Pattern.quote(String.valueOf(by)))
                .splitAsStream(text)
                .map(String::strip)
                .toList();
    }

    private void close() {
        if (!slug.isEmpty()) {
            topics.add(new TopicQuery(slug, label, iptc, strong, weak, near, not));
        }
        slug = "";
        label = "";
        List.of(iptc, strong, weak, near, not).forEach(List::clear);
    }
}
