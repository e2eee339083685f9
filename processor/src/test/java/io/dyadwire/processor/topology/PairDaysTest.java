package io.dyadwire.processor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairDaysTest {
    private static final Pair PAIR = Pair.of("KOR", "JPN");

    @Test
    void shouldCountArticlesAndPublishersOfADay() {
        PairDays days = PairDays.NONE
                .plus(mention("2019-08-12T01:00:00Z", "A"))
                .plus(mention("2019-08-12T02:00:00Z", "B"))
                .plus(mention("2019-08-12T23:59:59Z", "A"));

        assertThat(days.activity(mention("2019-08-12T23:59:59Z", "A")))
                .isEqualTo(new PairActivity(PAIR, LocalDate.parse("2019-08-12"), 3, 2, null));
    }

    @Test
    void shouldTakeTheMeanOfTheDaysBeforeAsBaseline() {
        PairDays days = PairDays.NONE
                .plus(mention("2019-08-12T01:00:00Z", "A"))
                .plus(mention("2019-08-12T02:00:00Z", "A"))
                .plus(mention("2019-08-13T02:00:00Z", "A"))
                .plus(mention("2019-08-16T02:00:00Z", "A"));

        PairActivity activity = days.activity(mention("2019-08-16T02:00:00Z", "A"));

        assertThat(activity).isNotNull();
        assertThat(activity.baseline()).isEqualTo(3 / 4.0);
    }

    @Test
    void shouldForgetOldDaysAndNotCountWhatIsOlderThanThose() {
        PairDays days = PairDays.NONE;
        for (int day = 1; day <= 20; day++) {
            days = days.plus(mention("2019-08-%02dT01:00:00Z".formatted(day), "A"));
        }
        PairMention late = mention("2019-08-01T05:00:00Z", "A");

        assertThat(days.days()).hasSize(PairDays.DAYS);
        assertThat(days.plus(late).activity(late)).isNull();
        assertThat(days.plus(late)).isEqualTo(days);
    }

    private static PairMention mention(String at, String publisher) {
        return new PairMention(
                PAIR,
                new ArticleId("a"),
                1,
                "t",
                null,
                publisher,
                null,
                Instant.parse(at),
                0.5,
                true,
                null,
                null,
                false,
                List.of(),
                List.of());
    }
}
