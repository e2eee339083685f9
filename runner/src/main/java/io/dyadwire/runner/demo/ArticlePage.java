package io.dyadwire.runner.demo;

import java.net.URI;

/** An article as a web page, with what stands around an article on one. */
final class ArticlePage {
    private ArticlePage() {}

    static String html(Publication publication, Story story, URI link) {
        String title = Xml.escape(story.title());
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <title>%1$s | %2$s</title>
                <link rel="canonical" href="%3$s">
                <meta property="og:title" content="%1$s">
                <meta property="og:site_name" content="%2$s">
                <meta property="article:published_time" content="%4$s">
                </head>
                <body>
                <nav><a href="/%6$s/">Front page</a> <a href="/%6$s/feed">Feed</a></nav>
                <main>
                <article>
                <h1>%1$s</h1>
                <p class="byline">By %5$s</p>
                %7$s
                </article>
                <aside><h2>More from us</h2><p>Write to the editor about anything you read here.</p></aside>
                </main>
                <footer><p>%2$s is made up, as is its staff.</p></footer>
                </body>
                </html>
                """.formatted(
                        title,
                        Xml.escape(publication.title()),
                        link,
                        story.published(),
                        Xml.escape(String.join(" and ", story.authors())),
                        publication.id(),
                        Xml.paragraphs(story.paragraphs()));
    }
}
