package io.dyadwire.ingest.opml;

import io.dyadwire.contract.feed.FeedOrigin;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FullText;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects feeds and complaints while a file is walked. */
final class FeedOutlines {
    /** UTF-16 code units that an attribute may have. */
    private static final int LONGEST = 4_000;

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,100}");

    private final String name;
    private final List<FeedSource> feeds = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final Map<URI, Integer> lineOfUrl = new HashMap<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    FeedOutlines(String name) {
        this.name = name;
    }

    /** Takes one outline; returns the name that its children are filed under, empty when it is a feed. */
    String outline(int line, Map<String, String> attributes, Collection<String> folders) {
        for (var attribute : attributes.entrySet()) {
            int length = attribute.getValue().length();
            if (length > LONGEST) {
                problem(
                        line,
                        attribute.getKey() + " has " + length + " characters, more than the " + LONGEST
                                + " that are read: shorten it");
                return "";
            }
        }
        String label = first(attributes, "title", "text");
        String url = attributes.get("xmlurl");
        if (url != null && !url.isBlank()) {
            feed(line, url, label, attributes, folders);
            return "";
        }
        if ("rss".equalsIgnoreCase(attributes.get("type")) || "atom".equalsIgnoreCase(attributes.get("type"))) {
            problem(line, "the feed '" + label + "' has no address: add xmlUrl=\"https://…\"");
        }
        return label;
    }

    void problem(int line, String what) {
        problems.add(name + ":" + line + ": " + what);
    }

    FeedList toList() {
        if (!problems.isEmpty()) {
            throw new OpmlException(problems);
        }
        return new FeedList(feeds, warnings);
    }

    /** What can be used of it; what cannot is among the warnings. */
    FeedList toWhatIsGood() {
        List<String> all = new ArrayList<>(problems);
        all.addAll(warnings);
        return new FeedList(feeds, all);
    }

    private void feed(
            int line, String written, String label, Map<String, String> attributes, Collection<String> folders) {
        Optional<URI> url = HttpUri.parse(written).filter(HttpUri::isWeb);
        if (url.isEmpty()) {
            problem(line, "xmlUrl=\"" + written + "\" is no http or https address");
            return;
        }
        Integer before = lineOfUrl.putIfAbsent(url.get(), line);
        if (before != null) {
            warnings.add(
                    name + ":" + line + ": " + written + " stands in line " + before + " too; this one is left out");
            return;
        }
        try {
            String id = id(line, url.get(), attributes.get("id"));
            feeds.add(new FeedSource(
                    id,
                    1,
                    url.get(),
                    label,
                    blankToNull(attributes.get("publisher")),
                    blankToNull(attributes.get("language")),
                    categories(attributes.get("category"), folders),
                    attributes.containsKey("interval") ? Intervals.parse("interval", attributes.get("interval")) : null,
                    fullText(attributes.get("fulltext")),
                    false,
                    FeedOrigin.FILE));
        } catch (IllegalArgumentException e) {
            problem(line, e.getMessage());
        }
    }

    private String id(int line, URI url, @Nullable String given) {
        if (given != null && !ID.matcher(given).matches()) {
            throw new IllegalArgumentException(
                    "id=\"" + given + "\" must be 1 to 100 letters, digits, dots, dashes or underscores");
        }
        String made = FeedIds.of(url);
        String id = given != null ? given : lineOfId.containsKey(made) ? FeedIds.longer(url) : made;
        Integer before = lineOfId.putIfAbsent(id, line);
        if (before != null) {
            throw new IllegalArgumentException(
                    "id=\"" + id + "\" stands in line " + before + " too; give each its own");
        }
        return id;
    }

    /** OPML separates categories by commas; a slash in one says that it lies within another. */
    private static List<String> categories(@Nullable String written, Collection<String> folders) {
        Set<String> categories = new LinkedHashSet<>(folders);
        if (written != null) {
            for (String part : List.of(written.split(",", -1))) {
                categories.add(part.strip());
            }
        }
        categories.remove("");
        return List.copyOf(categories);
    }

    private static FullText fullText(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return FullText.SUMMARY_ONLY;
        }
        return switch (written.strip().toLowerCase(Locale.ROOT)) {
            case "never" -> FullText.NEVER;
            case "summary-only" -> FullText.SUMMARY_ONLY;
            case "always" -> FullText.ALWAYS;
            default ->
                throw new IllegalArgumentException(
                        "fullText=\"" + written + "\" is not one of never, summary-only, always");
        };
    }

    private static String first(Map<String, String> attributes, String... names) {
        for (String attribute : names) {
            String value = attributes.get(attribute);
            if (value != null && !value.isBlank()) {
                return value.strip();
            }
        }
        return "";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
