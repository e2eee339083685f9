package io.dyadwire.ingest.article;

import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The address of an article without what does not change the article: default ports, fragments, and parameters that
 * only say from where a reader came. Scheme and host come in lower case.
 */
public final class CanonicalUrl {
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "oly_enc_id",
            "oly_anon_id",
            "vero_id",
            "wickedid",
            "xtor",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "ocid",
            "cmpid",
            "ftag",
            "ncid",
            "smid",
            "guccounter",
            "spm",
            "wt_mc",
            "wt.mc_id",
            "_ga",
            "_gl",
            "srsltid",
            "fb_action_ids",
            "fb_action_types",
            "fb_ref",
            "fb_source",
            "ref_src",
            "ref_url",
            "sref",
            "s_cid",
            "s_campaign",
            "sc_cid",
            "icid",
            "ito",
            "itid",
            "cmp",
            "mbid",
            "rss_id",
            "trk",
            "trkcampaign",
            "ml_subscriber",
            "ml_subscriber_hash",
            "traffic_source",
            "feedtype",
            "feedname");
    private static final String[] TRACKING_PREFIXES = {
        "utm_", "at_", "pk_", "mtm_", "piwik_", "hsa_", "guce_", "__twitter"
    };

    /** Names that say from where a reader came, when their value says so, too; else they may name the article. */
    private static final Set<String> ORIGINS = Set.of(
            "ref",
            "src",
            "source",
            "from",
            "via",
            "partner",
            "emc",
            "origin",
            "medium",
            "campaign",
            "cid",
            "rss",
            "feed");

    private static final Set<String> PLACES = Set.of(
            "rss",
            "rss2",
            "rss1",
            "rss_feed",
            "rssfeed",
            "rss-feed",
            "feed",
            "feeds",
            "atom",
            "feedburner",
            "twitter",
            "facebook",
            "newsletter",
            "email",
            "mail",
            "social",
            "share",
            "googlenews",
            "google_news");

    /** Services that put the article's address into their own, by host and path, with the parameter that holds it. */
    private static final Map<String, List<String>> WRAPPERS = Map.of(
            "google.com/url", List.of("url", "q"),
            "bing.com/news/apiclick.aspx", List.of("url"),
            "l.facebook.com/l.php", List.of("u"),
            "lm.facebook.com/l.php", List.of("u"),
            "news.google.com/news/url", List.of("url"));

    private CanonicalUrl() {}

    /** The address to show and to ask. */
    public static URI of(URI url) {
        return plain(wrapped(url).orElse(url));
    }

    private static Optional<URI> wrapped(URI url) {
        List<String> names = WRAPPERS.getOrDefault(
                identity(URI.create(
                        "x://" + HttpUri.host(url).orElse("") + (url.getRawPath() == null ? "" : url.getRawPath()))),
                List.of());
        String query = url.getRawQuery() == null ? "" : url.getRawQuery();
        return Arrays.stream(query.split("&"))
                .filter(parameter -> names.contains(name(parameter)))
                .flatMap(parameter -> HttpUri.parse(
                        URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8))
                        .stream())
                .filter(HttpUri::isWeb)
                .findFirst();
    }

    private static URI plain(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String host = HttpUri.host(url).orElse("");
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        int port = HttpUri.port(url);
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = withoutTracking(url.getRawQuery() == null ? "" : url.getRawQuery());
        return URI.create(scheme + "://" + name + (usual ? "" : ":" + port) + path
                + (query.isEmpty() ? "" : "?" + query) + place(url));
    }

    /** On pages that are made in the browser, what stands after {@code #!} or {@code #/} names the article. */
    private static String place(URI url) {
        String fragment = url.getRawFragment() == null ? "" : url.getRawFragment();
        return fragment.startsWith("!") || (fragment.startsWith("/") && fragment.length() > 1) ? "#" + fragment : "";
    }

    /** Whether the address is that of a whole site, which is no article's. */
    static boolean isFrontPage(URI canonical) {
        return canonical.getRawPath().equals("/")
                && canonical.getRawQuery() == null
                && canonical.getRawFragment() == null;
    }

    /** What two addresses of one article have in common: http or https, with {@code www.} or without. */
    static String identity(URI canonical) {
        String text = canonical.toString();
        String rest = text.substring(text.indexOf("://") + 3);
        return rest.startsWith("www.") ? rest.substring(4) : rest;
    }

    private static String withoutTracking(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
                .collect(Collectors.joining("&"));
    }

    private static boolean isTracking(String parameter) {
        String name = name(parameter);
        if (TRACKING.contains(name) || Arrays.stream(TRACKING_PREFIXES).anyMatch(name::startsWith)) {
            return true;
        }
        String value = parameter
                .substring(Math.min(name.length() + 1, parameter.length()))
                .toLowerCase(Locale.ROOT);
        return ORIGINS.contains(name) && PLACES.contains(value);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
    }
}
