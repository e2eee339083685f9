package io.dyadwire.processor.topic;

import io.dyadwire.processor.text.DataFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The vocabulary of topics, each with its stored query. Immutable. */
public final class TopicBook {
    private final Map<String, TopicQuery> topics = new LinkedHashMap<>();

    private TopicBook(List<TopicQuery> queries) {
        queries.forEach(query -> topics.put(query.slug(), query));
    }

    /** The topics that come with the program. */
    public static TopicBook bundled() {
        return new TopicBook(TopicFile.read(DataFile.lines(TopicBook.class, "topics.txt")));
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
