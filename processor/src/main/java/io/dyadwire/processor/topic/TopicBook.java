package io.dyadwire.processor.topic;

import io.dyadwire.contract.Digest;
import io.dyadwire.processor.text.DataFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The vocabulary of topics, each with its stored query. Immutable. */
public final class TopicBook {
    private static final int VERSION_LENGTH = 8;

    private final Map<String, TopicQuery> topics;
    private final String version;

    private TopicBook(Map<String, TopicQuery> topics, String version) {
        this.topics = topics;
        this.version = version;
    }

    /** The topics that come with the program. */
    public static TopicBook bundled() {
        return new TopicBook(bundledQueries(), "");
    }

    private static Map<String, TopicQuery> bundledQueries() {
        var file = new TopicFile();
        file.read("topics.txt", DataFile.lines(TopicBook.class, "topics.txt"));
        if (!file.problems().isEmpty()) {
            throw new IllegalStateException("our own topics are wrong: " + file.problems());
        }
        Map<String, TopicQuery> queries = new LinkedHashMap<>();
        file.topics().forEach(query -> queries.put(query.slug(), query));
        return queries;
    }

    /**
     * Those topics and a desk's own over them: a block with a new slug adds a topic, one with a known slug replaces it, and
     * {@code off SLUG} leaves one out.
     *
     * @param own a file, UTF-8, or a folder whose {@code *.txt} are read in the order of their names
     * @throws TopicsException when something cannot be read or is wrong, with every mistake
     */
    public static TopicBook read(Path own) throws TopicsException {
        var file = new TopicFile();
        for (Path each : files(own)) {
            file.read(each.toString(), lines(each));
        }
        Map<String, TopicQuery> queries = bundledQueries();
        List<String> problems = new ArrayList<>(file.problems());
        for (TopicLine off : file.off()) {
            if (queries.remove(off.words()) == null) {
                problems.add(off.problem("there is no topic '" + off.words() + "' to switch off"));
            }
        }
        file.topics().forEach(query -> queries.put(query.slug(), query));
        if (!problems.isEmpty()) {
            throw new TopicsException(problems);
        }
        String digest = Digest.of(queries.values().toString());
        return new TopicBook(queries, digest.substring(0, VERSION_LENGTH));
    }

    /** The files to read, one when {@code own} is no folder. */
    static List<Path> files(Path own) throws TopicsException {
        if (!Files.isDirectory(own)) {
            return List.of(own);
        }
        try (Stream<Path> files = Files.list(own)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new TopicsException(List.of(own + ": no file in it ends in .txt"));
            }
            return found;
        } catch (IOException e) {
            throw new TopicsException(List.of(own + ": cannot be read: " + e));
        }
    }

    private static List<String> lines(Path file) throws TopicsException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new TopicsException(List.of(file + ": there is no such file"));
        } catch (CharacterCodingException e) {
            throw new TopicsException(List.of(file + ": is not UTF-8 text"));
        } catch (IOException e) {
            throw new TopicsException(List.of(file + ": cannot be read: " + e));
        }
    }

    /** Names these queries; empty for those that come with the program. Changes when an article could get other topics. */
    public String version() {
        return version;
    }

    /** How articles name them. */
    public Set<String> slugs() {
        return Set.copyOf(topics.keySet());
    }

    /** What a person calls this topic; the slug when the book does not have it. */
    public String label(String slug) {
        TopicQuery query = topics.get(slug);
        return query == null ? slug : query.label();
    }

    /** The ids of the IPTC Media Topics nearest to this topic; empty when there are none. */
    public List<String> iptc(String slug) {
        TopicQuery query = topics.get(slug);
        return query == null ? List.of() : query.iptc();
    }

    List<TopicQuery> queries() {
        return List.copyOf(topics.values());
    }
}
