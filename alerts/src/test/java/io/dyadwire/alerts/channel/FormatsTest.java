package io.dyadwire.alerts.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dyadwire.alerts.channel.alertmanager.AlertmanagerFormat;
import io.dyadwire.alerts.channel.discord.DiscordFormat;
import io.dyadwire.alerts.channel.http.HttpFormat;
import io.dyadwire.alerts.channel.mattermost.MattermostFormat;
import io.dyadwire.alerts.channel.ntfy.NtfyFormat;
import io.dyadwire.alerts.channel.slack.SlackFormat;
import io.dyadwire.alerts.channel.teams.TeamsFormat;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import io.dyadwire.contract.json.Json;
import io.dyadwire.contract.rule.DeskId;
import io.dyadwire.outbound.OutboundRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2019-08-14T03:00:00Z");
    private static final URI URL = URI.create("https://chat.example/hooks/secret");
    private static final Told SAMPLE = Sample.of(new DeskId("asia"), NOW);
    private static final Told OFF = new Told.OfChannel(
            new ChannelStatus(new DeskId("asia"), "duty", ChannelState.OFF, NOW, NOW, 1, null, "HTTP 410", null), 3);

    @Test
    void shouldTellSlackWhatHappenedByWhenAndWhere() throws Exception {
        assertThat(body(new SlackFormat(wording("slack", Markup.SLACK)), SAMPLE)
                        .path("text")
                        .asText())
                .isEqualTo("""
                TEST: this is a sample, nothing has happened.
                *News* · Test of the channel
                *Test: nothing has happened*
                Japan – South Korea
                ▸ *Sat 24 Aug 2019* · in 10 days · decision on whether to extend the pact
                > This is a test of the channel: a decision on whether to extend the pact would be due in ten days.
                <https://example.org/dyadwire-channel-test|Dyadwire>""");
    }

    @Test
    void shouldTellInMarkdown() throws Exception {
        String text = body(new MattermostFormat(wording("markdown", Markup.MARKDOWN)), SAMPLE)
                .path("text")
                .asText();

        assertThat(text)
                .contains("**News** · Test of the channel")
                .contains("▸ **Sat 24 Aug 2019** · in 10 days")
                .endsWith("[Dyadwire](https://example.org/dyadwire-channel-test)");
    }

    @Test
    void shouldCallNobodyOnDiscord() throws Exception {
        JsonNode body = body(new DiscordFormat(wording("markdown", Markup.MARKDOWN)), SAMPLE);

        assertThat(body.at("/allowed_mentions/parse").isArray()).isTrue();
        assertThat(body.at("/allowed_mentions/parse")).isEmpty();
        assertThat(body.path("content").asText()).contains("Test: nothing has happened");
    }

    @Test
    void shouldGiveTeamsACardWithALineABlock() throws Exception {
        JsonNode body = body(new TeamsFormat(wording("markdown", Markup.MARKDOWN)), SAMPLE);

        JsonNode attachment = body.at("/attachments/0");
        assertThat(body.path("type").asText()).isEqualTo("message");
        assertThat(attachment.path("contentType").asText()).isEqualTo("application/vnd.microsoft.card.adaptive");
        assertThat(attachment.at("/content/type").asText()).isEqualTo("AdaptiveCard");
        List<String> lines = new ArrayList<>();
        attachment
                .at("/content/body")
                .forEach(block -> lines.add(block.path("text").asText()));
        assertThat(lines)
                .contains("**Test: nothing has happened**", "Japan – South Korea")
                .noneMatch(String::isBlank);
    }

    @Test
    void shouldPublishToTheTopicThatTheNtfyAddressEndsIn() throws Exception {
        var format = new NtfyFormat(wording("plain", Markup.PLAIN), "tk_secret");

        OutboundRequest request = format.request(URI.create("https://ntfy.example/base/asia-desk"), SAMPLE, NOW);

        assertThat(request.uri()).isEqualTo(URI.create("https://ntfy.example/base/"));
        assertThat(request.headers()).containsEntry("Authorization", "Bearer tk_secret");
        JsonNode body = Json.mapper().readTree(request.content().text());
        assertThat(body.path("topic").asText()).isEqualTo("asia-desk");
        assertThat(body.path("title").asText()).isEqualTo("TEST · Test of the channel");
        assertThat(body.path("click").asText()).isEqualTo("https://example.org/dyadwire-channel-test");
        assertThat(body.path("priority").asInt()).isEqualTo(2);
        assertThat(body.path("message").asText()).contains("“This is a test of the channel");
    }

    @Test
    void shouldPostWhatAlertmanagerPosts() throws Exception {
        JsonNode body = body(new AlertmanagerFormat("pager", null), SAMPLE);

        assertThat(body.path("version").asText()).isEqualTo("4");
        assertThat(body.path("receiver").asText()).isEqualTo("pager");
        assertThat(body.path("status").asText()).isEqualTo("firing");
        JsonNode alert = body.at("/alerts/0");
        assertThat(alert.at("/labels/alertname").asText()).isEqualTo("channel-test");
        assertThat(alert.at("/labels/pairs").asText()).isEqualTo("JPN-KOR");
        assertThat(alert.at("/annotations/summary").asText()).isEqualTo("Test: nothing has happened");
        assertThat(alert.path("fingerprint").asText()).isEqualTo(SAMPLE.id());
        assertThat(alert.path("startsAt").asText()).isEqualTo("2019-08-14T03:00:00Z");
        assertThat(alert.path("endsAt").asText()).isEqualTo("0001-01-01T00:00:00Z");
    }

    static List<Arguments> formats() {
        return List.of(
                Arguments.of("slack", new SlackFormat(wording("slack", Markup.SLACK)), 3_000),
                Arguments.of("teams", new TeamsFormat(wording("markdown", Markup.MARKDOWN)), 28_000),
                Arguments.of("discord", new DiscordFormat(wording("markdown", Markup.MARKDOWN)), 2_000),
                Arguments.of("mattermost", new MattermostFormat(wording("markdown", Markup.MARKDOWN)), 4_000),
                Arguments.of("ntfy", new NtfyFormat(wording("plain", Markup.PLAIN), null), 4_096),
                Arguments.of("alertmanager", new AlertmanagerFormat("pager", null), 100_000));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void shouldSayThatAChannelIsOff(String kind, HttpFormat format, int longest) throws Exception {
        String text = String.join("\n", texts(body(format, OFF)));

        assertThat(text.replace("\\", ""))
                .contains("duty")
                .contains("switched off")
                .contains("HTTP 410")
                .contains("3");
    }

    /** Whoever cannot write the sign that a kind of receiver acts on can do nothing there. */
    @ParameterizedTest
    @MethodSource("formats")
    void shouldKeepTextOfOthersText(String kind, HttpFormat format, int longest) throws Exception {
        for (String hostile : Hostile.texts()) {
            for (String url : List.of(
                    "https://news.example/(a)?b=<c>".replace("<c>", "c"), "javascript:alert(1)", "data:text/html,x")) {
                JsonNode body = body(format, Hostile.alert(hostile, URI.create(url)));
                for (String text : texts(body)) {
                    assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                            .as(kind)
                            .isLessThanOrEqualTo(longest);
                    assertThat(text)
                            .as(kind)
                            .doesNotContainPattern("[\\p{Cntrl}&&[^\\n]]|[\u202A-\u202E\u2066-\u2069\u200E\uFEFF]");
                    if (!kind.equals("alertmanager")) {
                        assertThat(text).as(kind).doesNotContain("javascript:").doesNotContain("data:text");
                    }
                    if (kind.equals("slack")) {
                        assertThat(text.replaceAll("<https://news\\.example/[^|>]*\\|", "")
                                        .replaceAll("(?m)>$", "")
                                        .replaceAll("(?m)^> ", ""))
                                .doesNotContain("<");
                    }
                    if (List.of("discord", "mattermost", "teams").contains(kind)) {
                        assertThat(text).as(kind).doesNotContainPattern("@(everyone|here|channel|all)");
                        assertThat(Pattern.compile("(?<!\\\\)\\]\\((?!https://news\\.example)")
                                        .matcher(text)
                                        .find())
                                .as(text)
                                .isFalse();
                        assertThat(text).as(kind).doesNotContainPattern("(?<!\\\\)[<`]");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{nothing}}", "{{#when}}{{nothing}}{{/when}}", "{{#when}}", "{{/when}}"})
    void shouldRefuseATemplateThatCannotWork(
            String template, @org.junit.jupiter.api.io.TempDir java.nio.file.Path folder) throws Exception {
        var file = java.nio.file.Files.writeString(folder.resolve("own.mustache"), template);

        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> Wording.of("slack", file, Markup.SLACK, ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("template " + file + ": ");
    }

    @Test
    void shouldUseTheDesksOwnWordsAndItsZone(@org.junit.jupiter.api.io.TempDir java.nio.file.Path folder)
            throws Exception {
        var file = java.nio.file.Files.writeString(
                folder.resolve("own.mustache"), "{{label}} {{{headline}}} {{time}}{{#when}} by {{date}}{{/when}}\n");

        Wording own = Wording.of("slack", file, Markup.SLACK, ZoneId.of("Asia/Tokyo"));

        assertThat(own.of(Hostile.alert("<!channel>", URI.create("https://a.example/")), 1_000))
                .isEqualTo("News &lt;!channel&gt; 1 Jan 1970 09:00 JST by Sun 11 Jan 1970");
    }

    private static Wording wording(String name, Markup markup) {
        return Wording.of(name, null, markup, ZoneOffset.UTC);
    }

    private static JsonNode body(HttpFormat format, Told told) throws Exception {
        OutboundRequest request = format.request(URL, told, NOW);
        assertThat(request.content().mediaType()).isEqualTo("application/json");
        return Json.mapper().readTree(request.content().text());
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }
}
