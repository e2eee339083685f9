package io.dyadwire.ingest.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.outbound.HttpUri;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1), one item after the other: what stands before a mistake is
 * kept. Within limits on depth and on the length of strings, names and numbers.
 */
final class JsonFeed {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(4_000_000)
                            .maxNumberLength(100)
                            .maxNameLength(1_000)
                            .build())
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .build())
            .build();

    private final Problems problems = new Problems();
    private final ObjectNode feed = MAPPER.createObjectNode();
    private final List<JsonNode> items = new ArrayList<>();
    private boolean hasItems;

    private JsonFeed() {}

    static boolean isJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\ufeff') {
                return c == '{' || c == '[';
            }
        }
        return false;
    }

    static ParsedFeed read(String text, URI base) throws UnreadableFeedException {
        JsonFeed json = new JsonFeed();
        try (JsonParser parser = MAPPER.createParser(new WatchedReader(text.replace("\ufeff", "")))) {
            json.readFeed(parser);
        } catch (StreamConstraintsException e) {
            throw new UnreadableFeedException("it goes beyond what a feed needs: " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            json.endsEarly(e);
        } catch (IOException e) {
            throw new UnreadableFeedException("it cannot be read: " + e.getMessage(), e);
        }
        return json.toParsedFeed(base);
    }

    private void readFeed(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("items")) {
                hasItems = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(MAPPER.readTree(parser));
                }
            } else {
                feed.set(name, MAPPER.readTree(parser));
            }
        }
    }

    private void endsEarly(JsonProcessingException e) throws UnreadableFeedException {
        String where =
                e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
        if (items.isEmpty()) {
            throw new UnreadableFeedException("it is no JSON" + where + ": " + e.getOriginalMessage(), e);
        }
        problems.addCutOff("the JSON is damaged" + where + "; the items before that were read");
    }

    private ParsedFeed toParsedFeed(URI base) throws UnreadableFeedException {
        String version = feed.path("version").asText("");
        if (!hasItems || !(version.contains("jsonfeed.org") || feed.has("title"))) {
            throw new UnreadableFeedException("received JSON, but not a feed: it is no JSON Feed with items");
        }
        URI from = HttpUri.isWeb(base) ? base : address("feed_url", base, address("home_page_url", base, base));
        URI site = JsonItem.web(feed, "home_page_url", from).orElse(null);
        List<ParsedItem> read = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.isObject()) {
                read.add(new JsonItem(item, from, problems).toParsedItem(site));
            } else {
                problems.add("an item is no object and was left out");
            }
        }
        return new ParsedFeed(
                version.endsWith("1.1") ? "json_1.1" : "json_1.0",
                JsonItem.line(feed, "title"),
                site,
                JsonItem.text(feed, "language"),
                read,
                null,
                HubLinks.in(feed, from),
                problems.list(),
                !problems.isCutOff());
    }

    private URI address(String field, URI base, URI otherwise) {
        return JsonItem.web(feed, field, base).orElse(otherwise);
    }
}
