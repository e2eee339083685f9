package io.dyadwire.bench.alerts;

import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.RuleBook;
import io.dyadwire.alerts.rules.RulesException;
import io.dyadwire.alerts.rules.RulesFile;
import io.dyadwire.contract.rule.AlertOn;
import io.dyadwire.contract.rule.Rule;
import io.dyadwire.contract.rule.RuleId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** How often the rules of a run fire. */
enum BenchRules {
    /** Each asks for two words that are in the news: more than two alerts an article with 100,000 rules. */
    DENSE(1),
    /** As a newsroom has them: one in fifty does, the others ask for a name too that is not in the news yet. */
    SELECTIVE(50);

    private static final int DESKS = 20;

    private final int oneIn;

    BenchRules(int oneIn) {
        this.oneIn = oneIn;
    }

    String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** So many rules of twenty desks, by words of this news. */
    RuleBook of(MadeUpNews news, int rules) {
        List<Desk> desks = desks();
        List<Rule> asked = new ArrayList<>();
        for (int i = 0; i < rules; i++) {
            asked.add(new Rule(
                    new RuleId("rule-" + i),
                    desks.get(i % DESKS).id(),
                    "Rule " + i,
                    1,
                    i % oneIn == 0 ? news.query() : news.query() + " AND nowhere" + i,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(AlertOn.ARTICLES),
                    List.of(),
                    null,
                    null,
                    null));
        }
        return new RuleBook(desks, asked);
    }

    private static List<Desk> desks() {
        StringBuilder yaml = new StringBuilder("desks:\n");
        IntStream.range(0, DESKS)
                .forEach(desk -> yaml.append("  - {id: desk-").append(desk).append("}\n"));
        yaml.append("rules:\n  - {id: none, desk: desk-0, keywords: nothing}\n");
        try {
            return RulesFile.parse("rules of the benchmark", yaml.toString(), Path.of(""), Set.of())
                    .desks();
        } catch (RulesException e) {
            throw new IllegalStateException(e);
        }
    }
}
