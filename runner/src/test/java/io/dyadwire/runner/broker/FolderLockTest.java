package io.dyadwire.runner.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder;

    @Test
    void shouldBeFoundOnlyWhileItTakesRequests() {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(RunningBroker.on(folder)).isEmpty();

            lock.announce(1234);
            assertThat(RunningBroker.on(folder).map(RunningBroker::bootstrapServers))
                    .hasValue("127.0.0.1:1234");
        }
        assertThat(RunningBroker.on(folder)).isEmpty();
    }

    @Test
    void shouldRefuseASecondOneWhileTheFirstStillStarts() {
        try (FolderLock lock = FolderLock.take(folder)) {
            assertThat(lock.lastPort()).isZero();
            assertThatThrownBy(() -> FolderLock.take(folder))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void shouldRememberThePortAndHowTheLastOneEnded() throws Exception {
        try (FolderLock first = FolderLock.take(folder)) {
            assertThat(first.leftCleanly()).isFalse();
            first.announce(1234);
        }
        try (FolderLock second = FolderLock.take(folder)) {
            assertThat(second.leftCleanly()).isTrue();
            assertThat(second.lastPort()).isEqualTo(1234);
        }
        new RunningBroker(Long.MAX_VALUE, "long ago", 4321, true).write(folder);
        try (FolderLock afterAKill = FolderLock.take(folder)) {
            assertThat(afterAKill.leftCleanly()).isFalse();
            assertThat(afterAKill.lastPort()).isEqualTo(4321);
        }
    }
}
