package io.dyadwire.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainTextTest {
    @Test
    void shouldKeepParagraphsAndDropEverythingElse() {
        String html = "<h1>Head</h1><p>One <b>bold</b>\n word.<br>Next&nbsp;line</p>"
                + "<script>alert(1)</script><style>p{}</style><ul><li>a<li>b</ul><p></p>"
                + "<table><tr><td>x</td><td>y</td></tr></table>";

        assertThat(PlainText.ofHtml(html)).isEqualTo("Head\nOne bold word.\nNext line\na\nb\nx y");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a < b & c            | a < b & c",
                "Caf&eacute; &#8212; x | Café — x",
                "<b>in</b>ner         | inner",
                "x<img src=a>y        | xy",
                "a<script>b</script>c | ac"
            })
    void shouldMakeOneLineOfHtml(String html, String line) {
        assertThat(PlainText.lineOfHtml(html)).isEqualTo(line);
    }

    @Test
    void shouldDropWhatHidesWords() {
        assertThat(PlainText.lineOfText("ex\u00adport\u200b con\u202etrols\u0007\ud800 \ud83d\ude00\ufeff"))
                .isEqualTo("export controls \ud83d\ude00");
    }

    @Test
    void shouldCutBetweenWordsAndNeverThroughACharacter() {
        assertThat(PlainText.cut("one two three", 12, "…")).isEqualTo("one two…");
        assertThat(PlainText.cut("short", 12, "…")).isEqualTo("short");
        assertThat(PlainText.cut("\ud83d\ude00".repeat(10), 6, "…")).isEqualTo("\ud83d\ude00\ud83d\ude00…");
    }
}
