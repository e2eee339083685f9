package io.dyadwire.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import io.dyadwire.contract.feed.FeedPush;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallbackKeysTest {
    private static final FeedPush PUSH = push("https://hub.example/", "https://news.example/feed");

    @Test
    void shouldGiveEachFeedTopicAndHubAnAddressAndAKeyOfItsOwn() {
        CallbackKeys keys = keys("https://push.example/", "one secret of thirty-two letters or more");
        CallbackKeys others = keys("https://push.example/", "another secret of thirty-two letters or more");
        FeedPush otherTopic = push("https://hub.example/", "https://news.example/feed2");
        FeedPush otherHub = push("https://hub.example/h", "https://news.example/feed");

        Set<String> all = new HashSet<>();
        for (CallbackKeys one : List.of(keys, others)) {
            for (FeedPush push : List.of(PUSH, otherTopic, otherHub)) {
                all.addAll(List.of(one.path("a", push), one.path("b", push)));
                all.addAll(List.of(one.signingKey("a", push), one.signingKey("b", push)));
            }
        }

        assertThat(all).hasSize(24);
    }

    @Test
    void shouldGiveTheSameAfterARestart() {
        String secret = "one secret of thirty-two letters or more";

        assertThat(keys("https://push.example/i", secret).path("a", PUSH))
                .isEqualTo(keys("https://push.example/i/", secret).path("a", PUSH));
        assertThat(keys("https://push.example/i", secret).address("p")).hasToString("https://push.example/i/p");
        assertThat(keys("https://push.example/i/", secret).address("p")).hasToString("https://push.example/i/p");
        assertThat(keys("https://push.example/i", secret).digest("p"))
                .isNotEqualTo(keys("https://push.example/j", secret).digest("p"));
    }

    private static FeedPush push(String hub, String topic) {
        return FeedPush.of(URI.create(hub), URI.create(topic));
    }

    private static CallbackKeys keys(String callback, String secret) {
        return new CallbackKeys(new WebSubConfig(URI.create(callback), "127.0.0.1", 0, secret));
    }
}
