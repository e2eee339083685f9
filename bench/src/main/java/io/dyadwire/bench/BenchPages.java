package io.dyadwire.bench;

import io.dyadwire.contract.article.Article;
import java.util.List;
import java.util.Random;

/**
 * Made-up news pages of about 45 KB around made-up articles, the same for the same seed: menu, styles and scripts,
 * teasers, comments. In one of three, each paragraph stands in a box of its own; one of three has no {@code article}.
 */
final class BenchPages {
    private BenchPages() {}

    static String html(Article article, int number) {
        Random random = new Random(number);
        StringBuilder html = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(article.title())
                .append(" | The Bench</title><meta property=\"og:title\" content=\"")
                .append(article.title())
                .append("\"><meta property=\"article:published_time\" content=\"")
                .append(article.publishedAt())
                .append("\"><style>")
                .append(".box{margin:0;padding:1px} ".repeat(200))
                .append("</style></head><body><nav><ul>");
        times(html, 40, i -> "<li><a href=\"/part/" + i + "\">Part " + i + "</a></li>");
        html.append("</ul></nav><script>")
                .append("window.queue.push({a:1});".repeat(300))
                .append("</script><main>");
        String body = number % 3 == 0 ? "div class=\"story\"" : "article";
        html.append('<').append(body).append("><h1>").append(article.title()).append("</h1>");
        String[] paragraphs = paragraphs(article.text());
        for (String paragraph : paragraphs) {
            html.append(
                    number % 3 == 1 ? "<div class=\"box\"><p>" + paragraph + "</p></div>" : "<p>" + paragraph + "</p>");
        }
        html.append("</").append(body.split(" ", 2)[0]).append("></main><section class=\"more\">");
        times(html, 40, i -> teaser(i, paragraphs[random.nextInt(paragraphs.length)]));
        html.append("</section><div id=\"comments\">");
        times(
                html,
                20,
                i -> "<div class=\"comment\"><b>Reader " + i + "</b><p>" + LAMENTS.get(i % LAMENTS.size())
                        + "</p></div>");
        return html.append("</div><footer><p>All rights reserved</p></footer></body></html>")
                .toString();
    }

    /** The words that a reader of the page came for. */
    static String[] paragraphs(String text) {
        return text.strip().split("\n\n");
    }

    private static final List<String> LAMENTS = List.of(
            "Nobody asked those who live here, as ever, and now they wonder that nobody comes.",
            "I have read this three times and still do not know who will pay for it in the end.",
            "Good news at last, though I will believe it when I see it with my own eyes.");

    private interface Numbered {
        String at(int number);
    }

    private static void times(StringBuilder html, int count, Numbered piece) {
        for (int i = 0; i < count; i++) {
            html.append(piece.at(i));
        }
    }

    private static String teaser(int number, String words) {
        return "<div class=\"card box\"><a class=\"card-link\" href=\"/news/" + number
                + "\"><img class=\"card-image\" src=\"/img/" + number
                + ".jpg\" alt=\"\"><h3 class=\"card-title\">Another story, number "
                + number + "</h3></a><p class=\"card-text\">" + words.substring(0, Math.min(words.length(), 90))
                + "…</p></div>";
    }
}
