package io.dyadwire.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.rules.Desk;
import io.dyadwire.alerts.rules.DeskFile;
import io.dyadwire.alerts.rules.RuleBook;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskWatchTest {
    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AtomicReference<@Nullable Exception> trouble = new AtomicReference<>();
    private Path path;
    private LiveRules rules;
    private DeskWatch watch;

    @BeforeEach
    void start() throws Exception {
        path = folder.resolve("rules.yaml");
        write("desks: [{id: asia}]");
        DeskFile file = new DeskFile(path, Set::of);
        rules = new LiveRules(file.read(), () -> Samples.T0);
        watch = new DeskWatch(file, rules::desks, this::take, meters);
    }

    @Test
    void shouldTakeDesksThatHaveChanged() throws Exception {
        write("desks: [{id: asia, zone: Asia/Tokyo}, {id: world}]");
        look();

        assertThat(desks()).containsExactly("asia Asia/Tokyo", "world Z");
        assertThat(count("taken")).isEqualTo(1);
    }

    @Test
    void shouldNotTouchDesksWhereOnlyRulesHaveChanged() throws Exception {
        write("desks: [{id: asia}]\nrules: [{id: one, desk: asia, pairs: [JPN-KOR]}]");
        look();

        assertThat(count("taken")).isZero();
        assertThat(stale()).isZero();
    }

    @Test
    void shouldStayWithWhatItHasUntilAMistakeIsMended() throws Exception {
        write("desks: [{id: asia, zone: Mars/Base}]");
        look();
        assertThat(desks()).containsExactly("asia Z");
        assertThat(stale()).isEqualTo(1);

        write("desks: [{id: asia, zone: Asia/Seoul}]");
        look();

        assertThat(desks()).containsExactly("asia Asia/Seoul");
        assertThat(stale()).isZero();
    }

    @Test
    void shouldStayWithWhatItHasWhereAChannelCannotWork() throws Exception {
        trouble.set(new IllegalArgumentException("desk asia: channel duty: url: not allowed"));
        write("desks: [{id: asia}, {id: world}]");
        look();
        look();

        assertThat(desks()).containsExactly("asia Z");
        assertThat(count("refused")).isEqualTo(1);
    }

    @Test
    void shouldTryAgainWhereKafkaWasNotThere() throws Exception {
        trouble.set(new ExecutionException(new IllegalStateException("no broker")));
        write("desks: [{id: asia}, {id: world}]");
        look();
        assertThat(stale()).isEqualTo(1);

        trouble.set(null);
        look();

        assertThat(desks()).hasSize(2);
        assertThat(stale()).isZero();
    }

    private void take(RuleBook book) throws ExecutionException {
        switch (trouble.get()) {
            case null -> rules.take(book);
            case ExecutionException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new AssertionError(e);
        }
    }

    /** Twice, as a change counts once it was left alone. */
    private void look() throws InterruptedException {
        watch.look();
        watch.look();
    }

    private void write(String yaml) throws IOException {
        Files.writeString(path, yaml);
    }

    private List<String> desks() {
        return rules.desks().desks().stream()
                .map((Desk desk) -> desk.id() + " " + desk.zone())
                .toList();
    }

    private double count(String outcome) {
        var counter =
                meters.find("dyadwire.desks.changes").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private double stale() {
        return meters.get("dyadwire.desks.stale").gauge().value();
    }
}
