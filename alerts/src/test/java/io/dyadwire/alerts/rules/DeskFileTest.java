package io.dyadwire.alerts.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskFileTest {
    @TempDir
    Path folder;

    @Test
    void shouldSeeAChangeOnceItWasLeftAlone() throws Exception {
        Path path = Files.writeString(folder.resolve("rules.yaml"), "desks: [{id: asia}]");
        DeskFile file = new DeskFile(path, Set::of);
        assertThat(file.changed()).isFalse();

        Files.writeString(path, "desks: [{id: asia}, {id: wor");
        assertThat(file.changed()).as("somebody is still writing").isFalse();
        Files.writeString(path, "desks: [{id: asia}, {id: world}]");
        assertThat(file.changed()).isFalse();

        assertThat(file.changed()).isTrue();
        assertThat(file.read().desks()).hasSize(2);
        assertThat(file.changed()).isFalse();
    }

    @Test
    void shouldSayWhatIsWrong() throws Exception {
        Path path = Files.writeString(folder.resolve("rules.yaml"), "desks: [{id: asia, zone: Mars/Base}]");
        DeskFile file = new DeskFile(path, Set::of);

        assertThatThrownBy(file::read).isInstanceOf(RulesException.class).hasMessageContaining("Mars/Base");
    }
}
