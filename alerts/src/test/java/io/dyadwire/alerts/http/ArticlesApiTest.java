package io.dyadwire.alerts.http;

import static io.dyadwire.alerts.Samples.T0;
import static io.dyadwire.alerts.Samples.book;
import static io.dyadwire.alerts.Samples.tagged;
import static io.dyadwire.alerts.http.Server.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.live.LiveRules;
import io.dyadwire.alerts.told.AlertView;
import io.dyadwire.alerts.told.History;
import io.dyadwire.contract.alert.AlertDecision;
import io.dyadwire.contract.alert.AlertRule;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.DecisionOutcome;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.contract.rule.RuleId;
import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.contract.topic.Topic;
import io.dyadwire.contract.topic.Topics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Articles over HTTP, and why a desk was told of one. */
class ArticlesApiTest {
    private static final TaggedArticle TAGGED = tagged("one");
    private static final String ARTICLE =
            "/api/v1/articles/" + TAGGED.article().id().value();

    private final LiveRules live = LiveRules.of(
            book(
                    "- {id: exports, desk: asia, keywords: export controls}\n- {id: ferry, desk: world, keywords: ferry}\n"),
            () -> T0);
    private final Server server = new Server(HttpConfig.DEFAULTS, live, () -> null, new AlertView(), () -> T0);

    ArticlesApiTest() {
        server.history = new Past(List.of(decision("exports", "asia"), decision("ferry", "world")));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** One article and what was decided about it. */
    private record Past(List<AlertDecision> decisions) implements History {
        @Override
        public <V> @Nullable V newest(Topic<V> topic, String key) {
            assertThat(topic.name()).isEqualTo(Topics.TAGGED.name());
            return key.equals(TAGGED.article().id().value()) ? topic.type().cast(TAGGED) : null;
        }

        @Override
        public <V> Found<V> since(Topic<V> topic, String key, Instant since) {
            assertThat(since).isEqualTo(TAGGED.article().fetchedAt());
            return new Found<>(decisions.stream().map(topic.type()::cast).toList(), true);
        }
    }

    @Test
    void shouldShowAnArticleAsItWasTagged() throws Exception {
        assertThat(json(server.get(ARTICLE))).isEqualTo(Json.mapper().valueToTree(TAGGED));
        assertThat(server.get("/api/v1/articles/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldTellAllDecisionsAndOfOneRulePartByPart() throws Exception {
        JsonNode all = json(server.get(ARTICLE + "/explain"));
        JsonNode one = json(server.get(ARTICLE + "/explain?rule=ferry"));

        assertThat(all.get("decisions").findValuesAsText("desk")).containsExactly("asia", "world");
        assertThat(all.has("rule")).isFalse();
        assertThat(all.get("whole").booleanValue()).isTrue();
        assertThat(one.get("decisions").findValuesAsText("desk")).containsExactly("world");
        assertThat(one.at("/rule/fires").booleanValue()).isFalse();
        assertThat(one.at("/rule/why").textValue()).contains("ferry is missing");
        assertThat(json(server.get(ARTICLE + "/explain?rule=exports"))
                        .at("/rule/fires")
                        .booleanValue())
                .isTrue();
        assertThat(server.get(ARTICLE + "/explain?rule=unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void shouldTellATokenOnlyOfItsDesks() throws Exception {
        String secret = "a".repeat(32);
        var tokens = Callers.tokens(Callers.token("asia-desk", secret, "alerts:read", "asia"));
        try (Server guarded =
                new Server(new HttpConfig("127.0.0.1", 0, tokens), live, () -> null, new AlertView(), () -> T0)) {
            guarded.history = server.history;
            String[] as = {"Authorization", "Bearer " + secret};

            assertThat(json(guarded.get(ARTICLE + "/explain", as))
                            .get("decisions")
                            .findValuesAsText("desk"))
                    .containsExactly("asia");
            assertThat(guarded.get(ARTICLE + "/explain?rule=ferry", as).statusCode())
                    .isEqualTo(404);
        }
    }

    private static AlertDecision decision(String rule, String desk) {
        return new AlertDecision(
                rule,
                TAGGED.article().id().value(),
                new DeskId(desk),
                new AlertRule(new RuleId(rule), rule, 1),
                AlertType.MATCH,
                T0,
                DecisionOutcome.SILENCED,
                null,
                "The desk is silent.",
                null,
                null,
                null,
                List.of());
    }
}
