package io.dyadwire.ingest.page;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its own article in JSON-LD with the words of schema.org; what it says of itself comes last. */
record JsonLd(List<JsonNode> articles) {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(2_000_000)
                            .build())
                    .build())
            // Sites write texts with line ends straight into it.
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature())
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature())
            .build();

    private static final List<String> ARTICLES = List.of("Article", "Posting", "Report", "Review", "Recipe");

    /** Says when it was published, as an article does, where the page has no article. */
    private static final String PAGE = "WebPage";

    static JsonLd of(Document document, URI url) {
        List<JsonNode> articles = new ArrayList<>();
        for (Element script : document.select("script[type=application/ld+json]")) {
            try {
                collect(MAPPER.readTree(script.data()), articles);
            } catch (JsonProcessingException e) {
                // Broken JSON-LD is common, and the page has other things to say.
            }
        }
        List<JsonNode> own = new ArrayList<>(PageNames.of(document, url).own(articles, url));
        own.sort(Comparator.comparing(JsonLd::isPage));
        return new JsonLd(own);
    }

    private static void collect(JsonNode node, List<JsonNode> articles) {
        if (node.isArray()) {
            node.forEach(child -> collect(child, articles));
        } else if (node.isObject()) {
            if (isArticle(node.path("@type")) || isPage(node)) {
                articles.add(node);
            }
            collect(node.path("@graph"), articles);
            collect(node.path("mainEntity"), articles);
        }
    }

    private static boolean isArticle(JsonNode type) {
        return types(type).anyMatch(name -> ARTICLES.stream().anyMatch(name::endsWith));
    }

    private static boolean isPage(JsonNode node) {
        return types(node.path("@type")).anyMatch(name -> name.endsWith(PAGE));
    }

    private static Stream<String> types(JsonNode type) {
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText)
                : Stream.of(type.asText());
    }

    /** Whether it says that not everybody may read it. */
    boolean isBehindWall() {
        return articles.stream()
                .map(article -> article.path("isAccessibleForFree").asText(""))
                .anyMatch("false"::equalsIgnoreCase);
    }

    Optional<String> dateModified() {
        return first("dateModified");
    }

    Optional<String> headline() {
        return first("headline");
    }

    Optional<String> datePublished() {
        return first("datePublished");
    }

    Optional<String> articleBody() {
        return first("articleBody");
    }

    /** Names only, joined; an author may be a text, an object, or a list of either. */
    Optional<String> author() {
        for (JsonNode article : articles) {
            String names = names(article.path("author")).stream().collect(Collectors.joining(", "));
            if (!names.isBlank()) {
                return Optional.of(names);
            }
        }
        return Optional.empty();
    }

    private static List<String> names(JsonNode author) {
        List<String> names = new ArrayList<>();
        if (author.isArray()) {
            author.forEach(one -> names.addAll(names(one)));
        } else {
            String name =
                    author.isTextual() ? author.asText() : author.path("name").asText("");
            if (!name.isBlank() && !name.contains("://")) {
                names.add(name.strip());
            }
        }
        return names;
    }

    private Optional<String> first(String field) {
        return articles.stream()
                .map(article -> article.path(field))
                .filter(JsonNode::isTextual)
                .map(value -> value.asText().strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
