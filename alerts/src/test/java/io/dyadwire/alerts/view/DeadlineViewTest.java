package io.dyadwire.alerts.view;

import static io.dyadwire.alerts.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dyadwire.alerts.Samples;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.contract.deadline.Deadline;
import io.dyadwire.contract.deadline.DeadlineState;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.topic.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeadlineViewTest {
    private static final Wanted ALL = new Wanted(null, null, null, Set.of(), null, null);
    private static final String RULES = "- {id: pact, desk: asia, keywords: herald, alertOn: [deadlines]}\n";

    private final MockConsumer<String, byte[]> topic = new MockConsumer<>("earliest");
    private final DeadlineView view = view(1000, 1_000_000);

    @Test
    void shouldShowTheNewestOfEachInTheOrderOfTheirDays() {
        DeadlineReader reader = reader(view);
        publish("b", "2019-08-24");
        publish("a", "2019-08-30");
        publish("a", "2019-08-20");
        publish("gone", "2019-08-22");
        record("gone", null);
        record("broken", new byte[] {1});
        reader.turn();

        assertThat(shown(view, ALL)).containsExactly("a 2019-08-20", "b 2019-08-24");
    }

    @Test
    void shouldBeCompleteOnceAllThatWasThereIsRead() {
        DeadlineReader reader = reader(view);
        publish("a", "2019-08-30");
        topic.updateEndOffsets(Map.of(partition(0), 2L));
        reader.turn();
        assertThat(view.isComplete()).isFalse();

        publish("b", "2019-08-30");
        reader.turn();

        assertThat(view.isComplete()).isTrue();
    }

    @Test
    void shouldFindByDaysAndGoOnAfterAPlace() {
        for (String day : List.of("2019-08-20", "2019-08-24", "2019-W35", "2019-09")) {
            put(view, day, day);
        }
        Wanted late = new Wanted(null, null, null, Set.of(), LocalDate.of(2019, 8, 24), LocalDate.of(2019, 8, 31));

        assertThat(shown(view, late)).containsExactly("2019-08-24 2019-08-24", "2019-W35 2019-W35");
        assertThat(view.find(late, new Place(LocalDate.of(2019, 8, 24), "2019-08-24")))
                .extracting(listed -> listed.place().id())
                .containsExactly("2019-W35");
        assertThat(view.find(late, new Place(LocalDate.of(2019, 1, 1), "x"))).hasSize(2);
    }

    @Test
    void shouldListTalksOfSeveralDaysByTheLast() {
        ObjectNode json =
                Json.mapper().valueToTree(Samples.deadline("2019-08-30", DeadlineState.ANNOUNCED, "herald", T0));
        ObjectNode second = (ObjectNode) json.at("/history/0").deepCopy();
        json.withArray("/history").add(second.put("date", "2019-08-31"));
        Deadline talks = Json.mapper().convertValue(json, Deadline.class);
        view.put(talks, Topics.DEADLINES.valueSerde().write(talks));
        Wanted saturday = new Wanted(null, null, null, Set.of(), LocalDate.of(2019, 8, 31), LocalDate.of(2019, 8, 31));

        assertThat(view.find(saturday, null))
                .extracting(Listed::place)
                .containsExactly(new Place(LocalDate.of(2019, 8, 31), "pact"));
    }

    @Test
    void shouldStayWithADeskWhoseWordsTheNewestStatementLacks() {
        ObjectNode json = Json.mapper().valueToTree(Samples.deadline("2019-08-28", DeadlineState.MOVED, "times", T0));
        ObjectNode first =
                Json.mapper().valueToTree(Samples.deadline("2019-08-24", DeadlineState.ANNOUNCED, "herald", T0));
        json.withArray("/history").insert(0, first.at("/history/0"));
        Deadline moved = Json.mapper().convertValue(json, Deadline.class);
        view.put(moved, Topics.DEADLINES.valueSerde().write(moved));

        assertThat(view.find(new Wanted(null, null, new DeskId("asia"), Set.of(), null, null), null))
                .hasSize(1);
        assertThat(view.find(new Wanted(null, null, new DeskId("world"), Set.of(), null, null), null))
                .isEmpty();
    }

    @Test
    void shouldFindByRulesThatWerePutOrRemovedSince() {
        LiveRules rules = new LiveRules(Samples.book("[]"), () -> T0);
        DeadlineView changing = new DeadlineView(rules, () -> T0);
        for (int i = 0; i < DeadlineView.REVIEWED_AT_ONCE + 1; i++) {
            put(changing, "d" + i, "2019-08-24");
        }
        Wanted ofAsia = new Wanted(null, null, new DeskId("asia"), Set.of(), null, null);
        assertThat(changing.followRules()).isFalse();

        rules.put(Samples.book(RULES).rules().getFirst());
        assertThat(changing.followRules()).as("more is left").isTrue();
        assertThat(changing.followRules()).isFalse();
        assertThat(changing.find(ofAsia, null)).hasSize(DeadlineView.REVIEWED_AT_ONCE + 1);

        rules.remove("rule:pact");
        changing.followRules();
        changing.followRules();
        assertThat(changing.find(ofAsia, null)).isEmpty();
    }

    @Test
    void shouldLetGoWhatIsOverFirstThenWhatIsFarthest() {
        DeadlineView small = view(3, 1_000_000);
        for (String day : List.of("2019-08-30", "2019-08-01", "2019-12-01", "2019-08-24", "2019-08-26")) {
            put(small, day, day);
        }

        assertThat(shown(small, ALL))
                .containsExactly("2019-08-24 2019-08-24", "2019-08-26 2019-08-26", "2019-08-30 2019-08-30");
    }

    @Test
    void shouldBeBoundedByBytes() {
        DeadlineView small = view(1000, 3000);
        for (int i = 0; i < 100; i++) {
            put(small, "d" + i, "2019-08-24");
        }

        assertThat(small.find(ALL, null)
                        .mapToInt(listed -> listed.whole().length())
                        .sum())
                .isBetween(1000, 3000);
    }

    private static DeadlineView view(int most, long mostBytes) {
        return new DeadlineView(LiveRules.of(Samples.book(RULES), () -> T0), () -> T0, most, mostBytes);
    }

    private DeadlineReader reader(DeadlineView view) {
        DeadlineReader reader = new DeadlineReader(topic, view);
        for (int i = 0; i < Topics.DEADLINES.partitions(); i++) {
            topic.updateBeginningOffsets(Map.of(partition(i), 0L));
            topic.updateEndOffsets(Map.of(partition(i), 0L));
        }
        return reader;
    }

    private long offset;

    private void publish(String id, String date) {
        record(id, Topics.DEADLINES.valueSerde().write(deadline(id, date)));
    }

    private void record(String key, byte[] value) {
        topic.addRecord(new ConsumerRecord<>(Topics.DEADLINES.name(), 0, offset++, key, value));
    }

    private static void put(DeadlineView view, String id, String date) {
        Deadline deadline = deadline(id, date);
        view.put(deadline, Topics.DEADLINES.valueSerde().write(deadline));
    }

    private static Deadline deadline(String id, String date) {
        ObjectNode json = Json.mapper().valueToTree(Samples.deadline(date, DeadlineState.ANNOUNCED, "herald", T0));
        return Json.mapper().convertValue(json.put("id", id), Deadline.class);
    }

    private static List<String> shown(DeadlineView view, Wanted wanted) {
        return view.find(wanted, null)
                .map(Listed::deadline)
                .map(deadline -> deadline.id() + " " + deadline.date())
                .toList();
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(Topics.DEADLINES.name(), number);
    }
}
