package io.dyadwire.ingest.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.ingest.page.Page;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SiteLinesTest {
    private static final String BACKGROUND =
            "The two states have been at odds over the strait since the old treaty ended, "
                    + "and both have sent ships there in each of the eleven summers that have gone by since then.";
    private final SiteLines lines = new SiteLines();

    @Test
    void shouldDropALineThatSeveralOtherPagesOfTheSiteHad() {
        for (int i = 1; i <= 3; i++) {
            assertThat(text("gazette.example", i, "Story " + i)).contains("Call our desk");
        }

        assertThat(text("gazette.example", 4, "Story 4")).isEqualTo("Story 4\n" + BACKGROUND);
        assertThat(text("herald.example", 4, "Story 4")).contains("Call our desk");
    }

    @Test
    void shouldNotCountThePageItself() {
        for (int i = 1; i <= 5; i++) {
            assertThat(text("gazette.example", 1, "Story")).contains("Call our desk");
        }
    }

    private String text(String host, int page, String story) {
        String text = story + "\nCall our desk for corrections\n" + BACKGROUND;
        return lines.withoutRepeated(
                        new Page("T", text, null, null, null, null, false), URI.create("https://" + host + "/" + page))
                .text();
    }
}
