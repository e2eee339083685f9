package io.dyadwire.alerts.rules;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.alerts.rules.RuleChange.Difference;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleOrigin;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleChangesTest {
    @Test
    void shouldFindWhatIsNewWhatChangedAndWhatIsGone() throws Exception {
        List<Rule> there = published("""
                - {id: same, desk: asia, pairs: [JPN-KOR]}
                - {id: changed, desk: asia, keywords: seoul, pairs: [JPN-KOR]}
                - {id: gone, desk: asia, pairs: [JPN-KOR]}
                """, RuleOrigin.FILE);

        List<RuleChange> changes = between(there, """
                - {id: new, desk: asia, keywords: tokyo}
                - {id: changed, desk: world, keywords: seoul, pairs: [JPN-USA]}
                - {id: same, desk: asia, pairs: [JPN-KOR]}
                """);

        assertThat(changes)
                .extracting(change -> change.rule().id() + " " + version(change))
                .containsExactly("new 1", "changed 3", "gone -");
        Rule changed = changes.get(1).after();
        assertThat(changed.origin()).isEqualTo(RuleOrigin.FILE);
        assertThat(changed.changedBy()).isEqualTo("mina");
        assertThat(changed.changedAt()).isEqualTo(T0);
        assertThat(changes.get(1).differences())
                .containsExactly(
                        new Difference("desk", "asia", "world"), new Difference("pairs", "[JPN-KOR]", "[JPN-USA]"));
        assertThat(changes.get(0).differences()).contains(new Difference("keywords", "", "tokyo"));
    }

    @Test
    void shouldChangeNothingTheSecondTime() throws Exception {
        String file = "- {id: a, desk: asia, pairs: [JPN-KOR]}\n- {id: b, desk: asia, what: x, due: 2019-08-24}\n";
        List<Rule> written =
                between(List.of(), file).stream().map(RuleChange::after).toList();

        assertThat(between(written, file)).isEmpty();
    }

    @Test
    void shouldLeaveRulesOfTheApiAlone() throws Exception {
        List<Rule> there = published("- {id: a, desk: asia, pairs: [JPN-KOR]}", RuleOrigin.API);

        assertThat(between(there, "[]")).isEmpty();
    }

    /** Records that were written before rules said where they are kept. */
    @Test
    void shouldTakeOldRecordsForThoseOfTheFile() throws Exception {
        List<Rule> there = book("- {id: a, desk: asia, pairs: [JPN-KOR]}").rules();

        assertThat(between(there, "[]"))
                .extracting(RuleChange::after)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(between(there, "- {id: a, desk: asia, pairs: [JPN-KOR]}")).isEmpty();
    }

    @Test
    void shouldRefuseAnIdThatOthersKeep() {
        List<Rule> there = published("- {id: a, desk: asia, pairs: [JPN-KOR]}", RuleOrigin.API);

        assertThatThrownBy(() -> between(there, "- {id: a, desk: asia, pairs: [JPN-KOR]}"))
                .isInstanceOf(RulesException.class)
                .hasMessage(
                        "rule 'a' stands in the rules file and is also kept on news.rules by others (origin api), put by jun at "
                                + T0 + ": give it another id in the file, or take it off the topic");
    }

    private static List<RuleChange> between(List<Rule> there, String file) throws RulesException {
        return RuleChanges.between(there, book(file), "mina", T0);
    }

    private static List<Rule> published(String rules, RuleOrigin origin) {
        return book(rules).rules().stream()
                .map(rule -> rule.put(2, origin, "jun", T0))
                .toList();
    }

    private static String version(RuleChange change) {
        return Stream.ofNullable(change.after())
                .map(rule -> Integer.toString(rule.version()))
                .findFirst()
                .orElse("-");
    }
}
