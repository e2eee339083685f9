package io.dyadwire.alerts.live;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.tagged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.rule.Silence;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LiveRulesTest {
    private Instant now = T0;
    private final LiveRules live = new LiveRules(book("[]"), () -> now);

    @Test
    void shouldMatchWithARuleFromTheMomentItIsPutUntilItIsRemoved() {
        assertThat(matching()).isEmpty();

        live.put(rule("- {id: a, desk: asia, keywords: seoul}"));
        live.put(rule("- {id: b, desk: world, pairs: [JPN-KOR]}"));
        assertThat(matching()).containsExactly("a", "b");

        live.put(rule("- {id: a, desk: asia, keywords: tokyo}").put(2, null, null, null));
        assertThat(live.matcher().match(tagged("one")))
                .extracting(match -> match.rule().version())
                .containsExactly(2, 1);
        live.put(rule("- {id: a, desk: asia, keywords: beijing}"));
        assertThat(matching()).containsExactly("b");

        live.remove("rule:b");
        assertThat(matching()).isEmpty();
        assertThat(live.rules()).extracting(Rule::id).containsExactly(new RuleId("a"));
    }

    @Test
    void shouldNoLongerMatchWithARuleThatSetsADeadlineNow() {
        live.put(rule("- {id: a, desk: asia, keywords: seoul}"));

        live.put(rule("- {id: a, desk: asia, what: an answer, due: 2019-08-24}"));

        assertThat(matching()).isEmpty();
        assertThat(live.rules()).hasSize(1);
    }

    @Test
    void shouldKeepTheOldRuleWhenTheNewOneCannotBeUsed() {
        live.put(rule("- {id: a, desk: asia, keywords: seoul}"));
        Rule good = live.rules().iterator().next();
        Rule bad = new Rule(
                good.id(), good.desk(), "", 2, "seoul AND (", List.of(), null, null, null, null, null, null, null);

        assertThatThrownBy(() -> live.put(bad)).isInstanceOf(IllegalArgumentException.class);

        assertThat(matching()).containsExactly("a");
        assertThat(live.rule(good.id())).isEqualTo(good);
    }

    @Test
    void shouldSetARuleOfAnUnknownDeskApart() {
        live.put(rule("- {id: a, desk: asia, keywords: seoul}"));
        Rule good = live.rules().iterator().next();

        live.put(new Rule(
                good.id(), new DeskId("moon"), "", 2, "seoul", List.of(), null, null, null, null, null, null, null));
        assertThat(matching()).isEmpty();
        assertThat(live.rules()).isEmpty();
        assertThat(live.ofNoDesk()).extracting(Rule::version).containsExactly(2);
        assertThat(live.records()).containsOnlyKeys("rule:a");

        live.put(good);
        assertThat(matching()).containsExactly("a");
        assertThat(live.ofNoDesk()).isEmpty();
    }

    @Test
    void shouldTakeDesksWithTheRulesThatAreTheirs() throws Exception {
        live.put(rule("- {id: a, desk: asia, keywords: seoul}"));
        live.put(rule("- {id: b, desk: world, keywords: seoul}"));
        long before = live.changesOnDeadlines();

        live.take(RulesFile.parse("r.yaml", "desks: [{id: world, zone: Asia/Seoul}]", Path.of("."), Set.of()));
        assertThat(matching()).containsExactly("b");
        assertThat(live.ofNoDesk()).extracting(Rule::id).containsExactly(new RuleId("a"));
        assertThat(live.zone(new DeskId("world"))).isEqualTo(ZoneId.of("Asia/Seoul"));
        assertThat(live.changesOnDeadlines()).isGreaterThan(before);

        live.take(book("[]"));
        assertThat(matching()).containsExactlyInAnyOrder("a", "b");
        assertThat(live.ofNoDesk()).isEmpty();
    }

    @Test
    void shouldCountChangesOfTheRulesThatDeadlinesGoBy() {
        live.put(rule("- {id: a, desk: asia, keywords: seoul}"));
        assertThat(live.changesOnDeadlines()).isZero();

        live.put(rule("- {id: a, desk: asia, keywords: seoul, alertOn: [deadlines]}"));
        assertThat(live.changesOnDeadlines()).isEqualTo(1);

        live.put(rule("- {id: a, desk: asia, what: an answer, due: 2019-08-24}"));
        assertThat(live.changesOnDeadlines()).isEqualTo(2);
        assertThat(live.changesOfOwn()).isEqualTo(1);

        live.remove("rule:a");
        live.remove("rule:a");
        assertThat(live.changesOfOwn()).isEqualTo(2);
    }

    @Test
    void shouldRememberForAMonthThatADeskRemovedItsDeadline() {
        live.put(rule("- {id: a, desk: asia, what: an answer, due: 2019-08-24}"));
        live.put(rule("- {id: b, desk: asia, what: a word, due: 2019-08-25}"));
        live.put(rule("- {id: c, desk: asia, keywords: seoul}"));

        live.remove("rule:a", T0);
        live.put(rule("- {id: b, desk: asia, keywords: seoul}"));
        live.remove("rule:c", T0);
        assertThat(live.removedOwn())
                .extracting(removed -> removed.rule().what())
                .containsExactly("an answer", "a word");

        live.put(rule("- {id: b, desk: asia, what: a word, due: 2019-08-26}"));
        assertThat(live.removedOwn())
                .extracting(removed -> removed.rule().id().value())
                .containsExactly("a");

        now = T0.plus(LiveRules.OWN_KEPT);
        assertThat(live.removedOwn()).isEmpty();
    }

    @Test
    void shouldForgetASilenceAnHourAfterItsEnd() {
        live.put(new Silence("s", new DeskId("asia"), null, T0, T0.plusSeconds(600), "mina", "the summit"));
        now = T0.plusSeconds(600 + 3599);
        assertThat(live.silences()).hasSize(1);

        now = now.plusSeconds(1);
        assertThat(live.silences()).isEmpty();
        assertThat(live.records()).isEmpty();
    }

    @Test
    void shouldForgetASilenceThatIsTakenBack() {
        live.put(new Silence("s", new DeskId("asia"), null, T0, T0.plusSeconds(600), "mina", null));

        live.remove("silence:s");

        assertThat(live.silences()).isEmpty();
    }

    /** The words that each new version leaves out are new to the vocabulary, and stand in the text that is being matched. */
    @Test
    void shouldNeverMatchAnArticleByHalfOfANewRule() throws Exception {
        List<String> words = List.of("blows", "tightened", "weather", "fine", "wednesday", "decision", "officials");
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (int i = 0; i < 200; i++) {
                    for (String word : words) {
                        live.put(rule("- {id: a, desk: asia, keywords: 'tokyo zone" + i + word + " OR tokyo NOT " + word
                                + "'}"));
                    }
                }
            });
            while (!writing.isDone()) {
                assertThat(matching()).isEmpty();
            }
            writing.get();
        }
    }

    private List<String> matching() {
        return live.matcher().match(tagged("one")).stream()
                .map(match -> match.rule().id().value())
                .toList();
    }

    private static Rule rule(String yaml) {
        return book(yaml).rules().getFirst();
    }
}
