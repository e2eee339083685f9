package io.dyadwire.processor.topic;

import java.util.List;

/**
 * A topic and its stored query, as {@code topics.txt} has it.
 *
 * @param iptc IPTC Media Topic ids
 * @param strong phrases of which one is enough
 * @param weak phrases that say a little
 * @param near each an "all of these groups, close together"; a group holds alternatives
 * @param not longer phrases that hide the others inside them
 */
record TopicQuery(
        String slug,
        String label,
        List<String> iptc,
        List<String> strong,
        List<String> weak,
        List<List<List<String>>> near,
        List<String> not) {

    TopicQuery {
        iptc = List.copyOf(iptc);
        strong = List.copyOf(strong);
        weak = List.copyOf(weak);
        near = List.copyOf(near);
        not = List.copyOf(not);
    }
}
