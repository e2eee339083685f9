package io.dyadwire.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.Samples;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.tag.DateKind;
import io.dyadwire.contract.tag.DateTag;
import io.dyadwire.contract.tag.TaggedArticle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
    @Test
    void shouldNameCountriesDeadlinesAndDays() {
        assertThat(Facts.of(Samples.tagged("one")))
                .contains("country JPN", "country KOR", "date 2019-08-24")
                .doesNotContain("country USA");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Quake kills 1,200 in strait towns | number 1200
            Towns raise duty to 12.5% | number 12.5%
            Duty rises 7 percent | number 7%
            Towns pay €340 million | number 340
            Two towns, 3 lorries, one road | ''
            UPDATE 3-Lorries wait | version 3
            G20 meets on F-35 sales | ''
            """)
    void shouldNameTheFiguresOfAHeadline(String title, String expected) {
        assertThat(String.join("; ", Facts.of(article(title, "")))).isEqualTo(expected);
    }

    @Test
    void shouldLeaveBackgroundOut() {
        String text = "Lorries wait. ".repeat(40) + "In all 512 lorries crossed last year.";

        assertThat(Facts.of(article("Lorries wait", text))).isEmpty();
    }

    @Test
    void shouldNotCountADateTwice() {
        String text = "The towns meet on Sept. 14 and want 90 days.";
        TaggedArticle tagged = article("Towns meet", text);
        List<DateTag> dates = new ArrayList<>();
        int start = text.indexOf("Sept. 14");
        dates.add(new DateTag("2019-09-14", DateKind.DATE, Field.TEXT, start, start + 8, "Sept. 14"));

        assertThat(Facts.of(new TaggedArticle(
                        tagged.article(), List.of(), List.of(), List.of(), dates, List.of(), null, "1")))
                .containsExactly("date 2019-09-14", "number 90");
    }

    private static TaggedArticle article(String title, String text) {
        return new TaggedArticle(
                Samples.article("id", 1, title, text, Samples.T0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                "1");
    }
}
