package io.dyadwire.bench.match;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What {@code -p name=value} says: {@code articles} a file, {@code queries} their number, {@code rounds}, {@code seconds} a
 * side and round, {@code only} some of the parts.
 */
record Options(String articles, int queries, int rounds, double seconds, List<String> only) {
    private static final List<String> PARTS = Stream.concat(
                    Arrays.stream(Workload.values()).map(Workload::written), Stream.of("growth", "figures", "hostile"))
            .toList();

    static Options of(String[] args) {
        Map<String, String> given =
                new HashMap<>(Map.of("articles", "", "queries", "100000", "rounds", "7", "seconds", "2", "only", ""));
        for (int i = 0; i < args.length; i += 2) {
            String[] pair = i + 1 < args.length ? args[i + 1].split("=", 2) : new String[0];
            if (!args[i].equals("-p") || pair.length != 2 || given.replace(pair[0], pair[1]) == null) {
                throw new IllegalArgumentException("'" + args[i] + "' is no option; known are -p articles=FILE, -p"
                        + " queries=N, -p rounds=N, -p seconds=N, -p only=PART,PART of "
                        + PARTS);
            }
        }
        return new Options(
                value(given, "articles"),
                Integer.parseInt(value(given, "queries")),
                Integer.parseInt(value(given, "rounds")),
                Double.parseDouble(value(given, "seconds")),
                Arrays.stream(value(given, "only").split(","))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String value(Map<String, String> given, String name) {
        return given.getOrDefault(name, "");
    }

    Options {
        for (String part : only) {
            if (!PARTS.contains(part)) {
                throw new IllegalArgumentException("nothing is called '" + part + "'; known are " + PARTS);
            }
        }
    }

    boolean wants(String part) {
        return only.isEmpty() || only.contains(part);
    }

    List<News> news() throws IOException {
        return articles.isEmpty() ? News.make(2_000, 42) : News.read(Path.of(articles));
    }
}
