package io.dyadwire.processor.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.article.TextKind;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.PartialDate;
import io.dyadwire.contract.tag.DeadlineTag;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineTrackerTest {
    private static final Instant NOON = Instant.parse("2019-08-14T12:00:00Z");

    @Test
    void shouldAnnounceWhatWasNeverHeardOf() {
        Deadline deadline = follow(null, "2019-08-24", "Kyodo", 0);

        assertThat(deadline.state()).isEqualTo(DeadlineState.ANNOUNCED);
        assertThat(deadline.sources()).containsExactly("Kyodo");
        assertThat(deadline.latest().quote()).isEqualTo("It is due.");
    }

    @Test
    void shouldConfirmWhenASecondPublisherGivesTheSameDate() {
        Deadline known = follow(null, "2019-08-24", "Kyodo", 0);

        assertThat(change(known, "2019-08-24", "Kyodo", 1)).isNull();
        assertThat(follow(known, "2019-08-24", "Yonhap", 2))
                .returns(DeadlineState.CONFIRMED, Deadline::state)
                .returns(List.of("Kyodo", "Yonhap"), Deadline::sources);
    }

    @Test
    void shouldMoveOnALaterArticleOnly() {
        Deadline known = follow(null, "2019-08-24", "Kyodo", 5);

        assertThat(change(known, "2019-09-30", "Yonhap", 4)).isNull();
        Deadline moved = follow(known, "2019-09-30", "Yonhap", 6);
        assertThat(moved.state()).isEqualTo(DeadlineState.MOVED);
        assertThat(moved.date()).hasToString("2019-09-30");
        assertThat(moved.sources()).containsExactly("Yonhap");
        assertThat(moved.history()).hasSize(2);
    }

    @Test
    void shouldNotMoveBackForOldNewsReadLate() {
        Deadline moved = follow(follow(null, "2019-08-24", "Kyodo", 0), "2019-09-30", "Yonhap", 6);

        Article backfill = article("Old Paper", NOON.plus(Duration.ofHours(9)), NOON, true);
        Article late = article("Slow Paper", NOON.plus(Duration.ofHours(9)), NOON, false);
        assertThat(DeadlineTracker.follow(moved, tag("2019-08-24"), backfill, ""))
                .isNull();
        assertThat(DeadlineTracker.follow(moved, tag("2019-08-24"), late, "")).isNull();
    }

    @Test
    void shouldMarkWhatOldNewsSays() {
        Deadline old = DeadlineTracker.follow(null, tag("2019-08-24"), article("Old Paper", NOON, NOON, true), "");
        Deadline fresh = follow(null, "2019-08-24", "Kyodo", 0);

        assertThat(old).isNotNull();
        assertThat(old.latest().oldNews()).isTrue();
        assertThat(fresh.latest().oldNews()).isFalse();
    }

    @Test
    void shouldGoFromTheMonthToTheDayButNotBack() {
        Deadline month = follow(null, "2019-08", "Kyodo", 0);

        Deadline day = follow(month, "2019-08-24", "Yonhap", 1);

        assertThat(day.date()).hasToString("2019-08-24");
        assertThat(day.state()).isEqualTo(DeadlineState.ANNOUNCED);
        assertThat(change(day, "2019-08", "Asahi", 2)).isNull();
    }

    @Test
    void shouldKeepTheNewestStatements() {
        Deadline deadline = follow(null, "2019-09-01", "Kyodo", 0);
        for (int hour = 1; hour < 30; hour++) {
            deadline = follow(deadline, hour % 2 == 0 ? "2019-09-01" : "2019-09-02", "Kyodo", hour);
        }

        assertThat(deadline.history()).hasSize(Deadline.MAX_HISTORY);
        assertThat(deadline.latest().at()).isEqualTo(NOON.plus(Duration.ofHours(29)));
    }

    @Test
    void shouldPassWhenItsLastDayIsOverWhereItCounts() {
        Deadline deadline = follow(null, "2019-08-24", "Kyodo", 0);
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(DeadlineTracker.pass(deadline, Instant.parse("2019-08-24T14:59:59Z"), tokyo))
                .isNull();
        Deadline passed = requireNonNull(DeadlineTracker.pass(deadline, Instant.parse("2019-08-24T15:00:00Z"), tokyo));
        assertThat(passed.state()).isEqualTo(DeadlineState.PASSED);
        assertThat(DeadlineTracker.pass(passed, Instant.parse("2019-08-30T00:00:00Z"), ZoneOffset.UTC))
                .isNull();
    }

    @Test
    void shouldOpenAgainWhenAPassedDeadlineIsExtended() {
        Deadline known = follow(null, "2019-08-14", "Kyodo", 0);
        Deadline passed = requireNonNull(DeadlineTracker.pass(known, NOON.plus(Duration.ofDays(1)), ZoneOffset.UTC));

        assertThat(follow(passed, "2019-09-30", "Kyodo", 30).state()).isEqualTo(DeadlineState.MOVED);
    }

    private static Deadline follow(@Nullable Deadline known, String date, String publisher, int hours) {
        return requireNonNull(change(known, date, publisher, hours));
    }

    private static @Nullable Deadline change(@Nullable Deadline known, String date, String publisher, int hours) {
        Instant at = NOON.plus(Duration.ofHours(hours));
        return DeadlineTracker.follow(known, tag(date), article(publisher, at, at, false), "It is due.");
    }

    private static DeadlineTag tag(String date) {
        PartialDate day = new PartialDate(date);
        return new DeadlineTag(
                "id",
                day,
                day.precision(),
                DeadlineKind.DEADLINE,
                date,
                "decision",
                List.of(),
                List.of(),
                0.9,
                List.of(new Span(Field.TEXT, 0, 1)));
    }

    private static Article article(String publisher, Instant fetched, Instant published, boolean backfill) {
        return new Article(
                ArticleId.of(publisher, fetched.toString()),
                null,
                "feed",
                "Feed",
                publisher,
                "Title",
                "Text",
                TextKind.FULL,
                "en",
                published,
                null,
                fetched,
                null,
                1,
                List.of(),
                List.of(),
                backfill);
    }
}
