package io.dyadwire.alerts.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.article.ArticleId;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineKind;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.deadline.DeadlineStatement;
import io.dyadwire.contract.deadline.DeadlineTurn;
import io.dyadwire.contract.deadline.MoveKind;
import io.dyadwire.contract.deadline.PartialDate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeReasonTest {
    private static final LocalDate TODAY = LocalDate.parse("2019-08-14");
    private static final Instant AT = Instant.parse("2019-08-14T03:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2019-09-03 | EXTENDED        | Extended from Aug 24 to Sep 3: decision on the pact, says The Herald.
            2020-01-10 | POSTPONED       | Put off from Aug 24 to Jan 10, 2020: decision on the pact, says The Herald.
            2019-08-20 | BROUGHT_FORWARD | Brought forward from Aug 24 to Aug 20: decision on the pact, says The Herald.
            2019-09    |                 | Moved from Aug 24 to September: decision on the pact, says The Herald.
            2019-W36   |                 | Moved from Aug 24 to the week of Sep 2: decision on the pact, says The Herald.
            2020-Q1    |                 | Moved from Aug 24 to the first quarter of 2020: decision on the pact, says The Herald.
            """)
    void shouldSayHowItMoved(String date, @Nullable MoveKind how, String reason) {
        Deadline before = deadline("2019-08-24", DeadlineState.ANNOUNCED, null);

        assertThat(ChangeReason.of(AlertType.MOVED, deadline(date, DeadlineState.MOVED, how), before, TODAY))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ANNOUNCED | ANNOUNCED | 2019-08    | Now set on Aug 24, was in August: decision on the pact, says The Herald.
            ANNOUNCED | CANCELLED | 2019-08-24 | On again, on Aug 24: decision on the pact, says The Herald.
            ANNOUNCED | PASSED    | 2019-08-10 | Next on Aug 24: decision on the pact, says The Herald.
            CONFIRMED | ANNOUNCED | 2019-08-24 | Confirmed on Aug 24: decision on the pact, say The Herald and The Post.
            """)
    void shouldSayWhatIsNew(AlertType type, DeadlineState was, String date, String reason) {
        Deadline before = deadline(date, was, null);

        assertThat(ChangeReason.of(type, deadline("2019-08-24", DeadlineState.CONFIRMED, null), before, TODAY))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CANCELLED | Called off, was set on Aug 24: decision on the pact, says The Herald.
            POSTPONED | Put off, no new date, was set on Aug 24: decision on the pact, says The Herald.
            MET       | Done, was due on Aug 24: decision on the pact, says The Herald.
            """)
    void shouldSayWhatBecameOfIt(DeadlineState state, String reason) {
        Deadline now = deadline("2019-08-24", state, null);

        assertThat(ChangeReason.of(AlertType.valueOf(state.name()), now, null, TODAY))
                .isEqualTo(reason);
    }

    @Test
    void shouldSayWhoGivesWhichDate() {
        assertThat(ChangeReason.dispute(
                        deadline("2019-08-24", DeadlineState.ANNOUNCED, null),
                        said("The Post", "2019-08-26", null),
                        TODAY))
                .isEqualTo("The Post says Aug 26, The Herald Aug 24: decision on the pact.");
    }

    private static Deadline deadline(String date, DeadlineState state, @Nullable MoveKind how) {
        DeadlineTurn turn =
                switch (state) {
                    case CANCELLED -> DeadlineTurn.CANCELLED;
                    case POSTPONED -> DeadlineTurn.POSTPONED;
                    case MET -> DeadlineTurn.MET;
                    case ANNOUNCED, CONFIRMED, MOVED, PASSED -> null;
                };
        return new Deadline(
                "id",
                "decision on the pact",
                DeadlineKind.DEADLINE,
                List.of(),
                List.of(),
                new PartialDate(date),
                null,
                null,
                state,
                List.of(said("The Herald", date, turn)),
                List.of("The Herald", "The Post"),
                AT,
                AT,
                null,
                how,
                null,
                List.of(),
                0);
    }

    private static DeadlineStatement said(String publisher, String date, @Nullable DeadlineTurn turn) {
        return new DeadlineStatement(
                AT,
                new PartialDate(date),
                ArticleId.of(publisher, date),
                "",
                null,
                publisher,
                "",
                null,
                turn,
                null,
                null,
                null);
    }
}
