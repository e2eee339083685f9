package io.dyadwire.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUriTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "http://example.org/a b > http://example.org/a%20b",
                "http://example.org/100% > http://example.org/100%25",
                "http://example.org/%7Ename > http://example.org/%7Ename",
                "http://example.org/{x}|y > http://example.org/%7Bx%7D%7Cy",
                "http://MÜNCHEN.example/straße > http://xn--mnchen-3ya.example/stra%C3%9Fe",
                "http://１２７.０.０.１/ > http://127.0.0.1/",
                "HTTP://Example.ORG:8080 > http://example.org:8080",
                "http://example.org/a\\b > http://example.org/a/b",
                "http://example.org/?q=[1] > http://example.org/?q=%5B1%5D",
                "http://[2001:db8::1]:80/x > http://[2001:db8::1]:80/x"
            })
    void shouldMakeAUriOfWhatPeopleWrite(String written, String uri) {
        assertThat(HttpUri.parse(written)).contains(URI.create(uri));
    }

    @ParameterizedTest
    @CsvSource({
        "g, http://a/b/c/g",
        "./g, http://a/b/c/g",
        "/g, http://a/g",
        "//g, http://g",
        "?y, http://a/b/c/d;p?y",
        "g?y, http://a/b/c/g?y",
        "#s, http://a/b/c/d;p?q#s",
        "'', http://a/b/c/d;p?q",
        "., http://a/b/c/",
        "./, http://a/b/c/",
        ".., http://a/b/",
        "../g, http://a/b/g",
        "../.., http://a/",
        "../../g, http://a/g",
        "../../../g, http://a/g",
        "/./g, http://a/g",
        "/../g, http://a/g",
        "g., http://a/b/c/g.",
        "..g, http://a/b/c/..g",
        "./g/., http://a/b/c/g/",
        "g/../h, http://a/b/c/h",
        "https://other/x, https://other/x"
    })
    void shouldResolveLikeTheExamplesOfRfc3986(String reference, String expected) {
        assertThat(HttpUri.resolve(URI.create("http://a/b/c/d;p?q"), reference)).contains(URI.create(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1http://x", "http://exa mple.org:x/", "http://[::1", "://x"})
    void shouldGiveUpOnWhatIsNoAddress(String written) {
        assertThat(HttpUri.parse(written)).isEmpty();
    }

    @Test
    void shouldSeeThroughATabInTheScheme() {
        assertThat(HttpUri.parse("ja\tvascript:alert(1)").orElseThrow().getScheme())
                .isEqualTo("javascript");
    }

    @Test
    void shouldKnowTheHostWhereJavaGivesUp() {
        URI uri = HttpUri.parse("http://my_feed.Example.org:81/x").orElseThrow();

        assertThat(uri.getHost()).isNull();
        assertThat(HttpUri.host(uri)).contains("my_feed.example.org");
        assertThat(HttpUri.port(uri)).isEqualTo(81);
    }

    @Test
    void shouldHideSecretsFromPeople() {
        assertThat(HttpUri.forPeople(URI.create("https://u:p@example.org/feed?token=1#x")))
                .isEqualTo("https://example.org/feed");
    }
}
