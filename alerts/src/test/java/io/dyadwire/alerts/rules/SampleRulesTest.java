package io.dyadwire.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SampleRulesTest {
    @Test
    void shouldReadTheRulesThatComeWithTheProject() throws RulesException {
        RuleBook book = RulesFile.read(Path.of("..", "config", "rules.yaml"), Set.of());

        assertThat(book.desks()).hasSizeGreaterThan(1);
        assertThat(book.rules()).hasSizeGreaterThan(5);
    }
}
