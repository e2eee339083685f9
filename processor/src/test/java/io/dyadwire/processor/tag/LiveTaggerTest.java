package io.dyadwire.processor.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.tag.TopicTag;
import io.dyadwire.processor.text.Articles;
import io.dyadwire.processor.topic.OwnTopics;
import io.dyadwire.processor.topic.TopicsException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveTaggerTest {
    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private Path file;
    private LiveTagger tagger;

    @BeforeEach
    void open() throws IOException, TopicsException {
        file = Files.writeString(folder.resolve("own.txt"), "topic fishing-rights\nstrong fishing quota\n");
        tagger = new LiveTagger(new OwnTopics(file), meters);
    }

    @AfterEach
    void close() {
        tagger.close();
    }

    @Test
    void shouldTakeTopicsThatChangeWhileItRuns() throws IOException {
        TaggedArticle before = tag();

        Files.writeString(file, "topic fishing-rights\nstrong herring\n");
        tagger.look();
        assertThat(tag()).as("still being written, perhaps").isEqualTo(before);
        tagger.look();

        assertThat(topics(before)).containsExactly("fishing-rights");
        assertThat(topics(tag())).isEmpty();
        assertThat(before.taggerVersion()).matches("\\d+\\+[0-9a-f]{8}");
        assertThat(tag().taggerVersion()).isNotEqualTo(before.taggerVersion());
        assertThat(changes("taken")).isEqualTo(1);
    }

    @Test
    void shouldKeepTheOldTopicsWhenTheNewAreWrong() throws IOException {
        TaggedArticle before = tag();

        Files.writeString(file, "topic fishing-rights\nstong herring\n");
        tagger.look();
        tagger.look();
        tagger.look();

        assertThat(tag()).isEqualTo(before);
        assertThat(changes("refused")).isEqualTo(1);
        assertThat(stale()).isEqualTo(1);
    }

    @Test
    void shouldGoOnOnceTheMistakeIsMended() throws IOException {
        Files.delete(file);
        tagger.look();
        tagger.look();
        assertThat(stale()).isEqualTo(1);

        Files.writeString(file, "topic fish\nstrong fishing quota\n");
        tagger.look();
        tagger.look();

        assertThat(topics(tag())).containsExactly("fish");
        assertThat(stale()).isZero();
    }

    private TaggedArticle tag() {
        return tagger.apply(Articles.article("Ministers agree on fishing quotas", ""));
    }

    private static List<String> topics(TaggedArticle tagged) {
        return tagged.topics().stream().map(TopicTag::topic).toList();
    }

    private double changes(String outcome) {
        return meters.counter("dyadwire.topics.changes", "outcome", outcome).count();
    }

    private double stale() {
        return meters.get("dyadwire.topics.stale").gauge().value();
    }
}
