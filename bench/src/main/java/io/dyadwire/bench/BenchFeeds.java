package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Made-up feeds, well-formed, the same for the same seed: in turn RSS 2.0 with summaries in CDATA, RSS 2.0 with whole
 * articles as escaped HTML, RSS 1.0, and Atom with HTML; 10 to 40 items each.
 */
final class BenchFeeds {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String RSS =
            HEAD + "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                    + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><channel><title>The Harbour Post</title>"
                    + "<link>https://post.example/</link><description>News</description><language>en</language>\n";
    private static final String RDF = HEAD + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
            + " xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
            + "<channel rdf:about=\"https://post.example/\"><title>The Harbour Post</title>"
            + "<link>https://post.example/</link><description>News</description></channel>\n";
    private static final String ATOM =
            HEAD + "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>The Harbour Post</title>"
                    + "<id>https://post.example/</id><link href=\"https://post.example/\"/>"
                    + "<updated>2019-08-14T10:00:00Z</updated>\n";

    private BenchFeeds() {}

    static List<byte[]> make(int count, long seed) {
        Random random = new Random(seed);
        List<Article> articles = BenchArticles.make(400, seed);
        List<byte[]> feeds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int items = 10 + random.nextInt(31);
            int from = random.nextInt(articles.size() - items);
            String feed = feed(i % 4, articles.subList(from, from + items));
            feeds.add(feed.getBytes(StandardCharsets.UTF_8));
        }
        return feeds;
    }

    private static String feed(int kind, List<Article> articles) {
        return switch (kind) {
            case 0 -> whole(RSS, articles, BenchFeeds::teaser, "</channel></rss>");
            case 1 -> whole(RSS, articles, BenchFeeds::full, "</channel></rss>");
            case 2 -> whole(RDF, articles, BenchFeeds::rdf, "</rdf:RDF>");
            default -> whole(ATOM, articles, BenchFeeds::entry, "</feed>");
        };
    }

    private static String whole(String head, List<Article> articles, Function<Article, String> item, String end) {
        StringBuilder out = new StringBuilder(head);
        articles.forEach(article -> out.append(item.apply(article)).append('\n'));
        return out.append(end).toString();
    }

    private static String teaser(Article a) {
        return "<item><title>" + escaped(a.title()) + "</title><link>" + link(a) + "</link><guid>" + link(a)
                + "</guid><pubDate>" + rfc822(a)
                + "</pubDate><category>World</category><dc:creator>Mina Vance</dc:creator>"
                + "<description><![CDATA[<p>" + start(a) + "&nbsp;&hellip;</p>]]></description></item>";
    }

    private static String full(Article a) {
        return "<item><title>" + escaped(a.title()) + "</title><link>" + link(a)
                + "</link><guid isPermaLink=\"false\">post-" + a.id() + "</guid><pubDate>" + rfc822(a)
                + "</pubDate><description>" + escaped(start(a)) + "</description><content:encoded>" + escaped(html(a))
                + "</content:encoded></item>";
    }

    private static String rdf(Article a) {
        return "<item rdf:about=\"" + link(a) + "\"><title>" + escaped(a.title()) + "</title><link>" + link(a)
                + "</link><description>" + escaped(start(a)) + "</description><dc:date>" + a.fetchedAt()
                + "</dc:date></item>";
    }

    private static String entry(Article a) {
        return "<entry><id>urn:post:" + a.id() + "</id><title>" + escaped(a.title()) + "</title><link href=\"" + link(a)
                + "\"/><updated>" + a.fetchedAt() + "</updated><published>" + a.fetchedAt()
                + "</published><author><name>Mina Vance</name></author><content type=\"html\">" + escaped(html(a))
                + "</content></entry>";
    }

    private static String link(Article a) {
        return "https://post.example/2019/08/" + a.id();
    }

    private static String rfc822(Article a) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(a.fetchedAt().atOffset(ZoneOffset.UTC));
    }

    private static String start(Article a) {
        return a.text().substring(0, Math.min(300, a.text().length()));
    }

    private static String html(Article a) {
        return "<p>" + a.text().replace(". ", ".</p>\n<p>") + "</p>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
