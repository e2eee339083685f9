package io.dyadwire.runner.tail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.tag.TaggedArticle;
import org.junit.jupiter.api.Test;

class EventLineTest {
    private static final String ARTICLE = """
            "id": "a1", "feedId": "wire", "feedTitle": "Wire", "publisher": "The Wire", "title": "Talks \\u001b[2Jin\\nGuam",
            "text": "Japan and South Korea talk.", "fetchedAt": "2019-08-14T09:00:05Z",
            "backfill": false
            """;

    @Test
    void shouldSayWhenWhoAndWhatOfAnArticle() throws Exception {
        assertThat(line("{" + ARTICLE + ", \"version\": 2}", Article.class))
                .isEqualTo("2019-08-14 09:00  The Wire:  Talks  [2Jin Guam  (version 2)");
    }

    @Test
    void shouldShowTheTagsOfAnArticle() throws Exception {
        String tags = """
                , "version": 1, "taggerVersion": "1",
                "pairs": [{"pair": "JPN-KOR", "salience": 0.9, "main": true,
                           "evidence": [{"field": "text", "start": 0, "end": 21}]}],
                "topics": [{"topic": "summit", "score": 0.8, "evidence": [{"field": "text", "start": 22, "end": 26}]}],
                "deadlines": [{"id": "d1", "date": "2019-08-16", "kind": "event", "text": "Friday", "what": "talks in Guam",
                               "confidence": 0.7, "evidence": [{"field": "text", "start": 22, "end": 26}]}]
                """;

        assertThat(line("{" + ARTICLE + tags + "}", TaggedArticle.class))
                .endsWith("Guam  [JPN-KOR*]  [summit]  [2019-08-16 talks in Guam]");
    }

    @Test
    void shouldSayWhichPairAMentionIsOf() throws Exception {
        String mention = """
                {"pair": "JPN-KOR", "articleId": "a1", "version": 1, "title": "Talks in Guam", "publisher": "The Wire",
                 "fetchedAt": "2019-08-14T09:00:05Z", "salience": 0.9, "main": true, "backfill": false,
                 "topics": ["summit", "export-controls"]}
                """;

        assertThat(line(mention, PairMention.class))
                .isEqualTo("2019-08-14 09:00  JPN-KOR*  The Wire:  Talks in Guam  [summit, export-controls]");
    }

    @Test
    void shouldSayHowADeadlineStands() throws Exception {
        String deadline = """
                {"id": "d1", "what": "decision on the pact", "kind": "deadline", "pairs": ["JPN-KOR"], "topics": [],
                 "date": "2019-08-24", "state": "confirmed", "sources": ["The Wire", "Ledger"],
                 "history": [{"at": "2019-08-14T09:00:05Z", "date": "2019-08-24", "articleId": "a1", "publisher": "The Wire"}],
                 "firstSeen": "2019-08-13T09:00:00Z", "lastSeen": "2019-08-14T09:00:05Z"}
                """;

        assertThat(line(deadline, Deadline.class))
                .isEqualTo(
                        "2019-08-14 09:00  confirmed  2019-08-24:  decision on the pact  [JPN-KOR]  [The Wire, Ledger]");
    }

    @Test
    void shouldSayWhichOtherDatesADeadlineHadOrMayHave() throws Exception {
        String deadline = """
                {"id": "d1", "what": "decision on the pact", "kind": "deadline", "pairs": [], "topics": [],
                 "date": "2019-09-03", "state": "moved", "sources": ["The Wire"], "previousDate": "2019-08-24",
                 "history": [{"at": "2019-08-14T09:00:05Z", "date": "2019-09-03", "articleId": "a1", "publisher": "The Wire"}],
                 "conflicts": [{"at": "2019-08-14T10:00:05Z", "date": "2019-09-05", "articleId": "a2", "publisher": "Ledger"}],
                 "firstSeen": "2019-08-13T09:00:00Z", "lastSeen": "2019-08-14T09:00:05Z"}
                """;

        assertThat(line(deadline, Deadline.class))
                .isEqualTo("2019-08-14 09:00  moved  2019-09-03 (was 2019-08-24) (or 2019-09-05):  decision on the pact"
                        + "  [The Wire]");
    }

    @Test
    void shouldSayWhyADeskWasTold() throws Exception {
        String alert = """
                {"id": "x1", "type": "match", "desk": "asia", "rule": {"id": "pact", "name": "Pact", "version": 1},
                 "at": "2019-08-14T09:00:05Z", "reason": "Pact: pair JPN-KOR",
                 "article": {"id": "a1", "title": "Talks in Guam", "publisher": "The Wire", "fetchedAt": "2019-08-14T09:00:05Z"}}
                """;

        assertThat(line(alert, Alert.class))
                .isEqualTo("2019-08-14 09:00  x1  asia  match  The Wire: Talks in Guam  [Pact: pair JPN-KOR]");
    }

    private static String line(String json, Class<?> type) throws JsonProcessingException {
        return EventLine.of(Json.mapper().readValue(json, type));
    }
}
