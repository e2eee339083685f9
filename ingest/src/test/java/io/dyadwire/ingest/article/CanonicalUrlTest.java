package io.dyadwire.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTP://News.Example:80/A?b=1#top,                       http://news.example/A?b=1",
        "https://news.example:443,                               https://news.example/",
        "https://news.example:8443/a,                            https://news.example:8443/a",
        "https://news.example/a?utm_source=rss&id=7&fbclid=x,    https://news.example/a?id=7",
        "https://news.example/a?utm_source=rss,                  https://news.example/a",
        "https://news.example/a?UTM_Medium=x&at_campaign=y&q,    https://news.example/a?q",
        "https://news.example/a?ref=rss&id=7&src=Feed,           https://news.example/a?id=7",
        "https://news.example/a?ref=4711&source=reuters&rss,     https://news.example/a?ref=4711&source=reuters&rss",
        "https://news.example/story?id=7&page=2&lang=en,         https://news.example/story?id=7&page=2&lang=en",
        "https://news.example/app#!/story/7,                     https://news.example/app#!/story/7",
        "https://www.google.com/url?rct=j&url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D7%26utm_source%3Dx&ct=ga, https://news.example/a?id=7",
        "https://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fnews.example%2fa&c=1,          https://news.example/a",
        "https://news.example/go?url=https%3A%2F%2Fother.example%2F,                                        https://news.example/go?url=https%3A%2F%2Fother.example%2F",
        "http://[2001:DB8::1]:8080/x,                            http://[2001:db8::1]:8080/x"
    })
    void shouldDropWhatDoesNotChangeTheArticle(URI written, URI canonical) {
        assertThat(CanonicalUrl.of(written)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({"https://www.news.example/a", "http://news.example/a", "http://www.news.example/a"})
    void shouldSeeOneArticleBehindAllItsAddresses(URI written) {
        assertThat(CanonicalUrl.identity(CanonicalUrl.of(written))).isEqualTo("news.example/a");
    }
}
