package io.dyadwire.ingest.article;

import io.dyadwire.outbound.HttpUri;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
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
            "traffic_source",
            "feedtype",
            "feedname");
    private static final String[] TRACKING_PREFIXES = {
        "utm_", "at_", "pk_", "mtm_", "piwik_", "hsa_", "guce_", "__twitter"
    };

    private CanonicalUrl() {}

    /** The address to show and to ask. */
    public static URI of(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        String host = HttpUri.host(url).orElse("");
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        int port = HttpUri.port(url);
        boolean usual = port == (scheme.equals("https") ? 443 : 80);
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        String query = withoutTracking(url.getRawQuery() == null ? "" : url.getRawQuery());
        return URI.create(
                scheme + "://" + name + (usual ? "" : ":" + port) + path + (query.isEmpty() ? "" : "?" + query));
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
        int equals = parameter.indexOf('=');
        String name = (equals < 0 ? parameter : parameter.substring(0, equals)).toLowerCase(Locale.ROOT);
        return TRACKING.contains(name) || Arrays.stream(TRACKING_PREFIXES).anyMatch(name::startsWith);
    }
}
