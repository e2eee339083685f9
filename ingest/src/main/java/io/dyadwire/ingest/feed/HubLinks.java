package io.dyadwire.ingest.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.contract.feed.FeedPush;
import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * The hub that a feed names and what it calls itself there (W3C WebSub §4): {@code rel=hub} and {@code rel=self}, in HTTP's
 * {@code Link} headers (RFC 8288), else in the feed. Of several hubs the first.
 *
 * @param self what the hub knows the feed by; most often, but not always, where it is read
 */
public record HubLinks(@Nullable URI hub, @Nullable URI self) {
    public static final HubLinks NONE = new HubLinks(null, null);

    /** Possessive and with bounds, since a stranger wrote what it is matched against. */
    private static final String PARAMETER = "\\s*+;\\s*+([^\\s=;,<>\"]++)"
            + "(?:\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+){0,50}+)\"|([^\\s;,\"]*+)))?+";

    private static final Pattern PARAMETERS = Pattern.compile(PARAMETER);
    private static final Pattern LINK = Pattern.compile("<([^<>]*+)>((?:" + PARAMETER + "){0,20}+)");

    /** In these values of {@code Link}. */
    public static HubLinks inHeaders(List<String> values, URI base) {
        HubLinks found = NONE;
        for (String value : values) {
            for (Matcher link = LINK.matcher(value); link.find(); ) {
                found = found.or(of(rel(link.group(2)), link.group(1), base));
            }
        }
        return found;
    }

    private static String rel(String parameters) {
        for (Matcher one = PARAMETERS.matcher(parameters); one.find(); ) {
            if (one.group(1).equalsIgnoreCase("rel")) {
                return one.group(2) == null ? String.valueOf(one.group(3)) : one.group(2);
            }
        }
        return "";
    }

    /** In a feed in XML: links of Atom's, in whatever namespace, since feeds are careless with theirs. */
    static HubLinks in(Element root, URI base) {
        HubLinks found = NONE;
        for (Element place : HintReader.places(root)) {
            for (Element child : place.getChildren()) {
                if (child.getName().equalsIgnoreCase("link")) {
                    found = found.or(of(
                            child.getAttributeValue("rel", ""),
                            child.getAttributeValue("href", ""),
                            FeedTree.base(child, base)));
                }
            }
        }
        return found;
    }

    /** In a JSON Feed: {@code hubs} of the type WebSub. */
    static HubLinks in(JsonNode feed, URI base) {
        HubLinks found = of("self", feed.path("feed_url").asText(""), base);
        for (JsonNode hub : feed.path("hubs")) {
            if (hub.path("type").asText("").equalsIgnoreCase("websub")) {
                found = found.or(of("hub", hub.path("url").asText(""), base));
            }
        }
        return found;
    }

    private static HubLinks of(String rel, String address, URI base) {
        List<String> words = List.of(rel.strip().toLowerCase(Locale.ROOT).split("\\s+"));
        URI uri = exact(address, base).orElse(null);
        return new HubLinks(words.contains("hub") ? uri : null, words.contains("self") ? uri : null);
    }

    /** To the letter where it can be: a hub compares letters. */
    private static Optional<URI> exact(String address, URI base) {
        if (address.isBlank()) {
            return Optional.empty();
        }
        try {
            URI written = new URI(address.strip());
            if (HttpUri.isWeb(written)) {
                return Optional.of(written);
            }
        } catch (URISyntaxException e) {
            // Written as people do: it is resolved as what they mean.
        }
        return HttpUri.resolve(base, address).filter(HttpUri::isWeb);
    }

    /** What is missing here, from there. */
    public HubLinks or(HubLinks other) {
        return new HubLinks(hub == null ? other.hub : hub, self == null ? other.self : self);
    }

    /**
     * Where to subscribe; empty without a hub.
     *
     * @param readAt the topic of a feed that does not say what it is called
     */
    public Optional<FeedPush> push(URI readAt) {
        return Optional.ofNullable(hub).map(at -> FeedPush.of(at, self == null ? readAt : self));
    }
}
