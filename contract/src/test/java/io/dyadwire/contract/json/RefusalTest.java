package io.dyadwire.contract.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.contract.Samples;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.alert.Delivery;
import io.dyadwire.contract.article.Article;
import io.dyadwire.contract.deadletter.DeadLetter;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.feed.FeedSource;
import io.dyadwire.contract.feed.FeedState;
import io.dyadwire.contract.pair.PairActivity;
import io.dyadwire.contract.pair.PairMention;
import io.dyadwire.contract.rule.RuleRecord;
import io.dyadwire.contract.tag.TaggedArticle;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One wrong value in an otherwise good event is refused, with a message that names the field, the value and the rule. */
class RefusalTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /id             | '" "'            | articleId: must not be empty
            /id             |                  | id: is missing
            /feedId         |                  | feedId: must not be empty
            /url            | '/seoul-pact'    | url: '/seoul-pact' is not an absolute address
            /fetchedAt      |                  | fetchedAt: is missing
            /publishedAt    | '+12019-01-01T00:00:00Z' | publishedAt: +12019-01-01T00:00:00Z is not in the years 0 to 9999
            /publishedAt    |                  | publishedAtSource: FEED does not go with publishedAt null
            /version        | 0                | version: 0 is less than 1
            /textKind       | 'whole'          | not one of the values accepted
            /textKind       | 0                | not allowed to deserialize Enum value out of number
            /version        | 1.5              | Cannot coerce Floating-point value
            /version        | '"1"'            | Cannot coerce String value
            /title          | 7                | Cannot coerce Integer value
            /authors/0      |                  | authors: one entry is missing
            """)
    void shouldRefuseAnArticle(String field, String value, String message) {
        assertRefused(Article.class, "article-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /countries/0/code                 | 'JP'           | code: 'JP' is not an ISO 3166 alpha-3 code
            /countries/0/salience             | 1.5            | salience: 1.5 is not between 0 and 1
            /countries/0/mentions             | []             | mentions: must not be empty
            /countries/0/mentions/0/end       | 12             | mention: 12..12 is not a span
            /countries/0/mentions/0/end       | 60             | ends after the TITLE
            /countries/0/mentions/0/text      | 'Seoul'        | stands not 'Seoul'
            /dates/0/text                     | 'August'       | stands not 'August'
            /dates/0/start                    | 141            | date: 141..141 is not a span
            /pairs/0/pair                     | 'KOR-JPN'      | must hold two different codes in alphabetical order
            /pairs/0/evidence/0/start         | -1             | start: -1 is less than 0
            /pairs/0/evidence/1/end           | 2000           | ends after the TEXT
            /topics/0/topic                   | 'Export Curbs' | topic: 'Export Curbs' is not a slug
            /topics/0/evidence                |                | evidence: must not be empty
            /deadlines/0/date                 | '2019-02-30'   | date: '2019-02-30' does not exist
            /deadlines/0/precision            | 'month'        | precision: MONTH does not go with 2019-08-24
            /deadlines/0/topics/0             | 'a b'          | topics: 'a b' is not a slug
            /deadlines/0/move/kind            |                | move.kind: is missing
            /deadlineNews/0/turn              |                | turn: is missing
            /deadlineNews/0/evidence          | []             | evidence: must not be empty
            /deadlineNews/0/evidence/0/end    | 2000           | ends after the TEXT
            /story/similarity                 | -0.1           | similarity: -0.1 is not between 0 and 1
            /taggerVersion                    |                | taggerVersion: must not be empty
            /feedId                           |                | feedId: must not be empty
            """)
    void shouldRefuseATaggedArticle(String field, String value, String message) {
        assertRefused(TaggedArticle.class, "tagged-article-v3", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /articleId  |          | articleId: is missing
            /from       | 'KOR'    | from, to: 'KOR' and 'null' are not the two countries of JPN-KOR
            /topics/0   | 'A'      | topics: 'A' is not a slug
            /version    |          | Cannot map `null` into type `int`
            """)
    void shouldRefuseAPairMention(String field, String value, String message) {
        assertRefused(PairMention.class, "pair-mention-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /articles   | -1       | articles: -1 is less than 0
            /publishers | -1       | publishers: -1 is less than 0
            /baseline   | -0.5     | baseline: -0.5 is not a number of articles
            /baseline   | 'NaN'    | baseline: NaN is not a number of articles
            /day        |          | day: is missing
            """)
    void shouldRefuseAPairActivity(String field, String value, String message) {
        assertRefused(PairActivity.class, "pair-activity-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /history             | []             | history: must not be empty
            /history/0/publisher |                | publisher: must not be empty
            /history/0/url       | 'x'            | url: 'x' is not an absolute address
            /date                | '24 August'    | date: '24 August' is not a date such as 2019-08-24
            /zone                | 'Asia/Nowhere' | Unknown time-zone ID
            /state               |                | state: is missing
            /lastSeen            |                | lastSeen: is missing
            /history/1/date      |                | date, turn: a statement has one of them
            /history/1/move/kind |                | move.kind: is missing
            /conflicts/0/date    |                | date, turn: a statement has one of them
            /revision            | -1             | revision: -1 is less than 0
            """)
    void shouldRefuseADeadline(String field, String value, String message) {
        assertRefused(Deadline.class, "deadline-v2", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rule-v1     | /kind        | 'wish'    | Could not resolve type id 'wish'
            rule-v1     | /id          | 'A rule'  | ruleId: 'A rule' is not a slug
            rule-v1     | /desk        |           | desk: is missing
            rule-v1     | /version     | 0         | version: 0 is less than 1
            rule-v1     | /countries/0 | 'Japan'   | countries: 'Japan' is not an ISO 3166 alpha-3 code
            rule-v1     | /pairs/0     |           | pairs: one entry is missing
            rule-v1     | /remind/0    | '3 days'  | remind: '3 days' is not a time before
            rule-v1     | /due         | 2019-08-24 | due: stands alone
            rule-v2     | /origin      | 'mail'    | not one of the values accepted for Enum class
            rule-due-v1 | /due         |           | needs at least one of keywords, countries, pairs, topics, due
            rule-due-v1 | /what        |           | what: say what is due on 2019-08-24
            silence-v1  | /until       | 2019-08-20T12:00:00Z | until: 2019-08-20T12:00:00Z is not after
            silence-v1  | /by          |           | by: must not be empty
            """)
    void shouldRefuseARuleOrSilence(String sample, String field, String value, String message) {
        assertRefused(RuleRecord.class, sample, field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /rule                    |        | rule: is missing
            /rule/name               | ''     | rule.name: must not be empty
            /reason                  |        | reason: must not be empty
            /article/version         | 0      | article.version: 0 is less than 1
            /article/publisher       |        | article.publisher: must not be empty
            /countries/1             | 'kor'  | countries: 'kor' is not an ISO 3166 alpha-3 code
            /evidence/0/words/0/end  | 99     | end after the sentence
            /evidence/0/words/0/end  | 0      | is not a span
            /deadlines/0/date        |        | deadline.date: is missing
            """)
    void shouldRefuseAnAlert(String field, String value, String message) {
        assertRefused(Alert.class, "alert-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /channel   | 'web hook'  | channel: 'web hook' is not a slug
            /attempts  | -1          | attempts: -1 is less than 0
            /error     |             | error: there must be one when a delivery failed
            /state     | 'delivered' | and none when it did not
            """)
    void shouldRefuseADelivery(String field, String value, String message) {
        assertRefused(Delivery.class, "delivery-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nextAt    |             | nextAt: there must be one when a delivery waits
            /state     | 'failed'    | and none when it does not
            /offset    | -1          | offset: -1 is less than 0
            """)
    void shouldRefuseADeliveryThatWaits(String field, String value, String message) {
        assertRefused(Delivery.class, "delivery-v2", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /nextAt    |             | nextAt: there must be one when a channel is failing
            /error     |             | error: there must be one unless a channel is up
            /failures  | -1          | failures: -1 is less than 0
            """)
    void shouldRefuseAChannelStatus(String field, String value, String message) {
        assertRefused(ChannelStatus.class, "channel-status-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /feedId   | 'a feed' | feedId: 'a feed' is not 1 to 100 letters, digits, dots, dashes or underscores
            /version  | 0        | version: 0 is less than 1
            /url      | 'x'      | url: 'x' is not an absolute address
            /interval | 'PT59S'  | interval: PT59S is not between PT1M and PT24H
            /fullText | 'all'    | not one of the values accepted for Enum class
            """)
    void shouldRefuseAFeedSource(String field, String value, String message) {
        assertRefused(FeedSource.class, "feed-source-v1", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /url                    | 'asia.xml' | url: 'asia.xml' is not an absolute address
            /consecutiveErrors      | -1         | consecutiveErrors: -1 is less than 0
            /listedUrl              | 'asia'     | listedUrl: 'asia' is not an absolute address
            /move/polls             | 0          | polls: 0 is less than 1
            /pace/base              | 'PT0S'     | base: PT0S is not more than nothing
            /pace/interval          | 'PT1M'     | interval: PT1M is less than the base PT15M
            /pace/newsPerDay        | -1         | newsPerDay: -1.0 is less than 0
            /pace/hints/ttl         | 'PT0S'     | ttl: PT0S is not more than nothing
            /changingGuids/answers  | 0          | answers: 0 is less than 1
            /push/hub               | 'hub'      | hub: 'hub' is not an absolute address
            /push/topic             |            | topic: is missing
            /push/until             |            | until: goes with subscriber, and only with it
            /ledger/published       | 95         | ledger: 2100 items seen, but 2099 accounted for
            /ledger/polls           | 100        | polls: 100 made, but 142 not modified or failed
            /ledger/known           | -1         | known: -1 is less than 0
            /ledger/dropped/noText  | -1         | dropped.noText: -1 is less than 0
            /ledger/dropped/noText  |            | dropped.noText: is missing
            """)
    void shouldRefuseAFeedState(String field, String value, String message) {
        assertRefused(FeedState.class, "feed-state-v4", field, value, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /stage      | 'read article' | stage: 'read article' is not a slug
            /partition  | -2             | partition: -2 is less than -1
            /valueBytes | -1             | valueBytes: -1 is less than 0
            /value      |                | value: is missing, but has 7 bytes
            """)
    void shouldRefuseADeadLetter(String field, String value, String message) {
        assertRefused(DeadLetter.class, "dead-letter-v1", field, value, message);
    }

    private static void assertRefused(Class<?> type, String sample, String field, String value, String message) {
        ObjectNode event = Samples.sample(sample);
        set(event, JsonPointer.compile(field), value);

        assertThatThrownBy(() -> new JsonSerde<>(type).read(Json.mapper().writeValueAsBytes(event)))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("no valid " + type.getSimpleName() + ": ")
                .hasMessageContaining(message);
    }

    private static void set(ObjectNode event, JsonPointer field, String value) {
        JsonNode parent = event.at(field.head());
        JsonNode wanted = json(value);
        if (parent instanceof ArrayNode array) {
            array.set(field.last().getMatchingIndex(), wanted);
        } else {
            ((ObjectNode) parent).set(field.last().getMatchingProperty(), wanted);
        }
    }

    /** Numbers and lists as they stand, nothing as null, all else as text. */
    private static JsonNode json(String value) {
        if (value == null) {
            return Json.mapper().nullNode();
        }
        try {
            return Json.mapper().readTree(value);
        } catch (IOException notJson) {
            return Json.mapper().getNodeFactory().textNode(value);
        }
    }
}
