package io.dyadwire.ingest.feed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/** Says what was received where a feed was expected: people fix an address sooner when told "an HTML page". */
final class Received {
    private record Magic(String start, String what) {}

    private static final List<Magic> MAGIC = List.of(
            new Magic("%PDF", "a PDF document"),
            new Magic("\u0089PNG", "a PNG image"),
            new Magic("GIF8", "a GIF image"),
            new Magic("\u00ff\u00d8\u00ff", "a JPEG image"),
            new Magic("RIFF", "a RIFF media file"),
            new Magic("PK\u0003\u0004", "a ZIP archive"),
            new Magic("\u007fELF", "a program"));

    private static final int MAX_UNZIPPED = 16 * 1024 * 1024;
    private static final Pattern HOLDS_FEED = Pattern.compile("<(?:feed|rss|rdf:RDF)[\\s>]");

    private static final Pattern PAGE = Pattern.compile("<(?:html|head|body)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final int MAX_NAMED = 5;

    private Received() {}

    static void refuseOther(byte[] bytes) throws UnreadableFeedException {
        if (bytes.length == 0) {
            throw new UnreadableFeedException("received nothing: the body is empty");
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGIC) {
            if (start.startsWith(magic.start)) {
                throw new UnreadableFeedException("received " + magic.what + ", not a feed");
            }
        }
    }

    static void refuseOther(String text, URI base) throws UnreadableFeedException {
        String start = text.substring(0, Math.min(text.length(), 2000)).strip().toLowerCase(Locale.ROOT);
        if (start.isEmpty() && text.isBlank()) {
            throw new UnreadableFeedException("received nothing: the body is blank");
        }
        if ((start.startsWith("<!doctype html") || start.startsWith("<html"))
                && !HOLDS_FEED.matcher(text).find()) {
            throw page(text, base);
        }
        if (text.indexOf('<') < 0) {
            boolean binary = text.chars().limit(2000).anyMatch(c -> c == 0 || c == 0xfffd);
            throw new UnreadableFeedException("received " + (binary ? "binary data" : "plain text") + ", not a feed");
        }
    }

    /** Some servers hand out a compressed file without saying so. */
    static byte[] unzipped(byte[] bytes) throws UnreadableFeedException {
        if (bytes.length < 2 || bytes[0] != 0x1f || bytes[1] != (byte) 0x8b) {
            return bytes;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = in.readNBytes(MAX_UNZIPPED + 1);
            if (plain.length > MAX_UNZIPPED) {
                throw new UnreadableFeedException("received compressed data of more than " + MAX_UNZIPPED + " bytes");
            }
            return plain;
        } catch (IOException e) {
            throw new UnreadableFeedException("received compressed data that is damaged: " + e.getMessage(), e);
        }
    }

    /** An HTML page, with the feeds that it offers. */
    static UnreadableFeedException page(String text, URI base) {
        List<FeedLink> links = FeedLinks.in(text, base);
        StringBuilder message = new StringBuilder("received an HTML page, not a feed");
        for (int i = 0; i < Math.min(links.size(), MAX_NAMED); i++) {
            FeedLink link = links.get(i);
            String title = link.title().isBlank() ? "" : " (" + link.title() + ")";
            message.append(i == 0 ? "; it offers " : ", ")
                    .append(link.address())
                    .append(title);
        }
        return new UnreadableFeedException(message.toString(), links);
    }

    private static boolean isPage(String text) {
        return PAGE.matcher(text.substring(0, Math.min(text.length(), 20_000))).find();
    }

    /**
     * Says what XML was received that is no feed.
     *
     * @param damage why the XML is not well-formed, if so
     */
    static UnreadableFeedException noFeed(Element root, @Nullable String damage, String text, URI base) {
        if (root.getName().equalsIgnoreCase("html") || isPage(text)) {
            return page(text, base);
        }
        if (damage != null) {
            return new UnreadableFeedException("it is not well-formed XML: " + damage);
        }
        String name = root.getQualifiedName();
        return new UnreadableFeedException(
                switch (root.getName().toLowerCase(Locale.ROOT)) {
                    case "opml" -> "received a list of feeds (OPML), not a feed";
                    case "urlset", "sitemapindex" -> "received a site map, not a feed";
                    default -> "received XML, but not a feed: its root element is <" + name + ">";
                });
    }
}
