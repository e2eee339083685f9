package io.dyadwire.ingest.feed;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.jspecify.annotations.Nullable;

/** Titles and texts of items where ROME does not look: in other namespaces, and under names that newsrooms made up. */
final class ItemText {
    private static final List<String> SUMMARIES = List.of("description", "summary", "abstract", "subtitle", "caption");
    private static final List<String> CONTENTS =
            List.of("encoded", "fullitem", "full-text", "fulltext", "body", "content", "articlebody", "summary");
    private static final Set<String> GROUPS = Set.of("group", "content");

    private ItemText() {}

    /** HTML of a title that is not the format's own, such as those of Dublin Core, Media RSS and iTunes. */
    static @Nullable String title(Element item) {
        return first(item, List.of("title", "headline"));
    }

    /** HTML of a summary. */
    static @Nullable String summary(Element item) {
        return first(item, SUMMARIES);
    }

    /** HTML of the text, when it is other than the summary. */
    static @Nullable String content(Element item, @Nullable String summary) {
        for (String name : CONTENTS) {
            String text = first(item, List.of(name));
            if (text != null && !text.equals(summary)) {
                return text;
            }
        }
        return null;
    }

    private static @Nullable String first(Element item, List<String> names) {
        for (String name : names) {
            for (Element child : item.getChildren()) {
                if (child.getName().toLowerCase(Locale.ROOT).equals(name) && !isFile(child)) {
                    String text = html(child);
                    if (!text.isBlank()) {
                        return text;
                    }
                }
            }
        }
        for (Element child : item.getChildren()) {
            if (GROUPS.contains(child.getName())) {
                String text = child.getChildren().isEmpty() ? null : first(child, names);
                if (text != null) {
                    return text;
                }
            }
        }
        return null;
    }

    /** Media RSS has a content element too, for a file. */
    private static boolean isFile(Element element) {
        return element.getAttribute("url") != null || element.getAttribute("src") != null;
    }

    private static String html(Element element) {
        return element.getChildren().isEmpty()
                ? element.getText()
                : new XMLOutputter(Format.getRawFormat().setOmitDeclaration(true)).outputString(element.getContent());
    }
}
