package io.dyadwire.contract.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.Samples;
import io.dyadwire.contract.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {
    @ParameterizedTest
    @CsvSource({
        "moved,     doubted,   Example News",
        "passed,    doubted,   Example News",
        "cancelled, cancelled, Other News",
        "met,       met,       Other News",
        "cancelled, doubted,   Other News"
    })
    void shouldTellWhichStatementSpeaksForTheState(String state, String lastTurn, String publisher) {
        ObjectNode sample = Samples.sample("deadline-v2").put("state", state);
        ((ObjectNode) sample.at("/history/2")).put("turn", lastTurn);

        Deadline deadline = Json.mapper().convertValue(sample, Deadline.class);

        assertThat(deadline.latest().publisher()).isEqualTo(publisher);
    }

    @ParameterizedTest
    @CsvSource({"a, 2019-08-25", "b, 2019-08-24"})
    void shouldLastUntilTheDayThatTheSameArticleGivesNext(String article, String lastDay) {
        ObjectNode sample = Samples.sample("deadline-v2").put("date", "2019-08-24");
        ObjectNode first = (ObjectNode) sample.at("/history/0");
        first.put("date", "2019-08-24").put("articleId", "a".repeat(32)).remove("turn");
        ObjectNode next = first.deepCopy().put("date", "2019-08-25").put("articleId", article.repeat(32));
        sample.putArray("history").add(first).add(next);

        assertThat(Json.mapper().convertValue(sample, Deadline.class).lastDay()).isEqualTo(lastDay);
    }

    @Test
    void shouldReadARecordFromBeforeThereWereRevisions() {
        Deadline deadline = Samples.sample("deadline-v1", Deadline.class);

        assertThat(deadline.revision()).isZero();
        assertThat(deadline.conflicts()).isEmpty();
        assertThat(deadline.latest().saidAt()).isEqualTo(deadline.latest().at());
    }

    @Test
    void shouldNotBelieveATimeOfPublicationThatIsYetToCome() {
        Deadline deadline = Samples.sample("deadline-v2", Deadline.class);
        ObjectNode early = Json.mapper().valueToTree(deadline.history().getFirst());
        early.put("publishedAt", "2031-01-01T00:00:00Z");

        assertThat(deadline.history().getFirst().saidAt()).isEqualTo(Instant.parse("2019-08-14T08:57:00Z"));
        assertThat(Json.mapper().convertValue(early, DeadlineStatement.class).saidAt())
                .isEqualTo(Instant.parse("2019-08-14T09:02:11Z"));
    }
}
