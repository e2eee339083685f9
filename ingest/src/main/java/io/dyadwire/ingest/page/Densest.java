package io.dyadwire.ingest.page;

import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The smallest part of a page that holds most of its sentences. Sentences are told from labels by their length and by how
 * little of them is links. From the top, it goes down for as long as one child holds most of what its parent holds.
 */
final class Densest {
    private static final int SENTENCE = 60;
    private static final double MOSTLY_LINKS = 0.4;
    private static final double MOST = 0.7;

    private final IdentityHashMap<Element, Integer> sums = new IdentityHashMap<>();

    private Densest() {}

    static Element of(Element body) {
        Densest densest = new Densest();
        densest.sum(body);
        return densest.descend(body);
    }

    private int sum(Element element) {
        int own = ownSentences(element);
        for (Element child : element.children()) {
            own += sum(child);
        }
        sums.put(element, own);
        return own;
    }

    private Element descend(Element from) {
        int held = sums.getOrDefault(from, 0);
        for (Element child : from.children()) {
            if (child.isBlock() && held > 0 && sums.getOrDefault(child, 0) >= held * MOST) {
                return descend(child);
            }
        }
        return from;
    }

    /** Characters of what the element itself says, in words and inline elements, when it is long enough for a sentence. */
    private static int ownSentences(Element element) {
        if (!element.isBlock()) {
            return 0;
        }
        int[] all = new int[2];
        for (Node node : element.childNodes()) {
            count(node, false, all);
        }
        return all[0] >= SENTENCE && all[1] <= all[0] * MOSTLY_LINKS ? all[0] : 0;
    }

    private static void count(Node node, boolean link, int[] all) {
        if (node instanceof TextNode text) {
            int length = text.text().strip().length();
            all[0] += length;
            all[1] += link ? length : 0;
        } else if (node instanceof Element inline && !inline.isBlock()) {
            for (Node child : inline.childNodes()) {
                count(child, link || inline.nameIs("a"), all);
            }
        }
    }
}
