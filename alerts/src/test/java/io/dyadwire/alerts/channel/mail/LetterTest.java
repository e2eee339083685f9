package io.dyadwire.alerts.channel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dyadwire.alerts.channel.Sample;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.alert.ChannelState;
import io.dyadwire.contract.alert.ChannelStatus;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final MailServer SERVER = new MailServer(
            "mail.desk.example",
            587,
            Security.STARTTLS,
            null,
            null,
            "Dyadwire <alerts@desk.example>",
            "news+alerts@desk.example");
    private final Letter letter =
            new Letter(SERVER, Mails.DESK, TOKYO, Mails.channel(null, "one@desk.example", "two@desk.example"));

    @TempDir
    Path folder;

    @Test
    void shouldSayInItsHeadersWhatItIs() throws Exception {
        MimeMessage mail = read(letter.of(Mails.told("a1b2", Mails.TITLE)));

        assertThat(mail.getSubject()).isEqualTo("News: Tokyo and Seoul trade blows");
        assertThat(mail.getHeader("From")).containsExactly("Dyadwire <alerts@desk.example>");
        assertThat(mail.getHeader("Reply-To")).containsExactly("news+alerts@desk.example");
        assertThat(mail.getHeader("To")).containsExactly("one@desk.example, two@desk.example");
        assertThat(mail.getSentDate()).isEqualTo(Mails.AT);
        assertThat(mail.getHeader("Message-ID")).containsExactly("<a1b2@desk.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("List-Id")).containsExactly("<asia.desk.example>");
        assertThat(mail.getHeader("List-Unsubscribe"))
                .containsExactly("<mailto:news%2Balerts@desk.example?subject=unsubscribe%20asia%20mail>");
        assertThat(mail.getHeader("Importance")).containsExactly("high");
    }

    @Test
    void shouldTellTheSameInTextAndInHtml() throws Exception {
        MimeMessage mail = read(letter.of(Mails.told("a1b2", Mails.TITLE)));

        assertThat(mail.isMimeType("multipart/alternative")).isTrue();
        assertThat(part(mail, 0)).isEqualToNormalizingNewlines("""
                Tokyo and Seoul trade blows
                Japan – South Korea
                * Sat 24 Aug 2019 - in 10 days - decision on the pact

                “A decision on the pact is due on Aug. 24, officials in Seoul said.”
                The Herald
                https://herald.example/blows?a=1&b=2

                --\s
                News (critical) - The pact - desk asia - 14 Aug 2019 12:00 JST""");
        assertThat(part(mail, 1))
                .contains("<h1 dir=\"auto\"><a href=\"https://herald.example/blows?a=1&amp;b=2\" rel=\"noreferrer\">"
                        + "Tokyo and Seoul trade blows</a></h1>")
                .contains("<p class=\"label critical\">News · critical</p>")
                .contains("<b>Sat 24 Aug 2019</b> · in 10 days<br><span dir=\"auto\">decision on the pact</span>")
                .contains("<blockquote dir=\"auto\">A decision on the pact is due on Aug. 24, officials in Seoul said.")
                .doesNotContain("<ul>", "<img", "<script", "src=", "url(");
    }

    @Test
    void shouldListWhatADigestHoldsWithItsLinks() throws Exception {
        MimeMessage mail = read(letter.of(Mails.told(Mails.alert(
                "d1",
                AlertType.DIGEST,
                Mails.TITLE,
                Mails.PAGE,
                Mails.notice(
                        "blows",
                        List.of(
                                Mails.member("m1", "First <b>thing</b>", URI.create("https://herald.example/1")),
                                Mails.member("m2", "Second thing", null)),
                        null)))));

        assertThat(mail.getSubject()).isEqualTo("Digest: Tokyo and Seoul trade blows");
        assertThat(mail.getHeader("References")).isNull();
        assertThat(part(mail, 0))
                .contains(
                        "* First <b>thing</b> - The Herald\n  https://herald.example/1\n* Second thing - The Herald\n")
                .contains("and 7 more\n");
        assertThat(part(mail, 1))
                .contains("<ul>\n<li><bdi><a href=\"https://herald.example/1\" rel=\"noreferrer\">"
                        + "First &lt;b&gt;thing&lt;/b&gt;</a>")
                .contains("<li><bdi>Second thing</bdi>")
                .contains("</ul>\n<p>and 7 more</p>");
    }

    @Test
    void shouldMakeOneThreadOfAStory() throws Exception {
        MimeMessage news = read(letter.of(Mails.told("a1", Mails.TITLE)));
        MimeMessage correction = read(letter.of(Mails.told(
                Mails.alert("a2", AlertType.CORRECTION, Mails.TITLE, null, Mails.notice("blows", List.of(), "a1")))));
        MimeMessage reminder = read(letter.of(Mails.told(Mails.reminder("a3"))));

        assertThat(news.getHeader("In-Reply-To")).containsExactly("<story-blows@desk.example>");
        assertThat(news.getHeader("References")).containsExactly("<story-blows@desk.example>");
        assertThat(correction.getHeader("In-Reply-To")).containsExactly("<a1@desk.example>");
        assertThat(correction.getHeader("References")).containsExactly("<story-blows@desk.example> <a1@desk.example>");
        assertThat(reminder.getHeader("References")).containsExactly("<deadline-pact-decision@desk.example>");
        assertThat(reminder.getSubject()).isEqualTo("Reminder: decision on the pact");
    }

    @Test
    void shouldMakeAnIdOfAnyName() throws Exception {
        Told odd = Mails.told("rule>x@y <a> 1", Mails.TITLE);

        String id = read(letter.of(odd)).getMessageID();

        assertThat(id).matches("<[0-9a-f]{32}@desk\\.example>");
        assertThat(read(letter.of(odd)).getMessageID()).isEqualTo(id);
    }

    @Test
    void shouldSayOfASampleThatItIsOne() throws Exception {
        MimeMessage mail = read(letter.of(Sample.of(Mails.DESK, Mails.AT)));

        assertThat(mail.getSubject()).isEqualTo("[TEST] News: Test: nothing has happened");
        assertThat(part(mail, 0)).startsWith("TEST: this is a sample, nothing has happened.");
        assertThat(part(mail, 1)).contains("<p class=\"label\">TEST: this is a sample, nothing has happened.</p>");
        assertThat(mail.getHeader("References")).isNull();
    }

    @Test
    void shouldSayItInTheDesksOwnWordsAlone() throws Exception {
        Path own = Files.writeString(folder.resolve("own.mustache"), "Look: {{headline}}\n");
        Letter plain = new Letter(SERVER, Mails.DESK, TOKYO, Mails.channel(own, "one@desk.example"));

        MimeMessage mail = read(plain.of(Mails.told("a1", Mails.TITLE)));

        assertThat(mail.isMimeType("text/plain")).isTrue();
        assertThat(mail.getContent()).isEqualTo("Look: Tokyo and Seoul trade blows");
        assertThat(mail.getSubject()).isEqualTo("News: Tokyo and Seoul trade blows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi\r\nBcc: x@y.example",
                "Hi\nBcc: x@y.example",
                "Hi\rBcc: x@y.example",
                "Hi\u2028Bcc: x@y.example",
                "Hi\u0085Bcc: x@y.example",
                "Hi\u0000\r\n\r\nBcc: x@y.example",
                "\r\n.\r\nRSET\r\nMAIL FROM:<x@y.example>",
                "=?utf-8?Q?Hi=0D=0ABcc:_x=40y.example?=",
                "=?utf-8?B?SGkNCkJjYzogeEB5?= =?utf-8?B?SGk=?=",
                "日本と韓国\r\nBcc: x@y.example",
                "\u202egnp.exe\u200b\u2066",
                "\ud83d half a sign",
            })
    void shouldKeepATitleInItsPlace(String title) throws Exception {
        MimeMessage usual = read(letter.of(Mails.told("a1", Mails.TITLE)));

        MimeMessage mail = read(letter.of(Mails.told("a1", title)));

        assertThat(names(mail)).isEqualTo(names(usual));
        assertThat(mail.getAllRecipients()).isEqualTo(usual.getAllRecipients());
        assertThat(mail.getSubject()).startsWith("News: ").matches("[^\\p{Cc}\\p{Cf}\\u2028\\u2029]+");
        assertThat(mail.getHeader("Subject", null)).doesNotContain("Bcc: x@y.example\r\n");
        assertThat(part(mail, 0)).doesNotContain("\nBcc", "\r.", "\n.\n", "\u202e", "\u0000", "\u2028");
        assertThat(part(mail, 1)).doesNotContain("\nBcc", "\u202e", "\u0000", "\u2028");
    }

    @Test
    void shouldShowAnEncodedWordOfATitleAsTheTextThatItIs() throws Exception {
        MimeMessage mail = read(letter.of(Mails.told("a1", "=?utf-8?Q?Bcc?= said")));

        assertThat(mail.getSubject()).isEqualTo("News: = ?utf-8?Q?Bcc?= said");
    }

    @Test
    void shouldNotGrowByWhatItMakesHarmless() throws Exception {
        assertThat(read(letter.of(Mails.told("a1", "=?".repeat(200)))).getSubject())
                .hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void shouldKeepSignsOfAnyScriptWhole() throws Exception {
        String title = "🇯🇵🇰🇷 " + "東京とソウル ".repeat(10) + "ترامب";

        assertThat(read(letter.of(Mails.told("a1", title))).getSubject()).isEqualTo("News: " + title);
    }

    @Test
    void shouldSayThatAnotherChannelIsOff() throws Exception {
        ChannelStatus off = new ChannelStatus(
                Mails.DESK, "slack", ChannelState.OFF, Mails.AT, Mails.AT, 20, null, "HTTP <b>410</b>", null);

        MimeMessage mail = read(letter.of(new Told.OfChannel(off, 3)));

        assertThat(mail.getSubject()).isEqualTo("Channel off: Your channel slack has been switched off");
        assertThat(mail.getMessageID()).isEqualTo("<asia-slack-off-1565751600@desk.example>");
        assertThat(part(mail, 0)).contains("HTTP <b>410</b>. 3 alerts were not delivered.");
        assertThat(part(mail, 1)).contains("HTTP &lt;b&gt;410&lt;/b&gt;. 3 alerts were not delivered.");
    }

    @Test
    void shouldCutATitleThatNeverEnds() throws Exception {
        MimeMessage mail = read(letter.of(Mails.told("a1", "ü".repeat(10_000))));

        assertThat(mail.getSubject()).hasSizeLessThanOrEqualTo(200).endsWith("ü…");
        assertThat(mail.getHeader("Subject", null).lines()).allMatch(line -> line.length() <= 78);
        assertThat(part(mail, 0)).hasSizeLessThan(2_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "vbscript:x",
                "file:///etc/passwd",
                "https:evil"
            })
    void shouldLinkOnlyToPages(String page) throws Exception {
        MimeMessage mail = read(letter.of(Mails.told(Mails.alert(
                "a1", AlertType.MATCH, "\"><img src=x onerror=alert(1)>", URI.create(encoded(page)), null))));

        assertThat(part(mail, 1))
                .contains("<h1 dir=\"auto\">&quot;&gt;&lt;img src=x onerror=alert(1)&gt;</h1>")
                .doesNotContain("href=", "<img", "<script");
        assertThat(part(mail, 0)).doesNotContain(page);
    }

    @Test
    void shouldRefuseAnAddressThatIsNone() {
        assertThatThrownBy(() -> new Letter(SERVER, Mails.DESK, TOKYO, Mails.channel(null, "büro@desk.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'büro@desk.example' is not a mail address, such as desk@example.org");
        assertThat(new Letter(SERVER, Mails.DESK, TOKYO, Mails.channel(null, "desk@büro.example")).to())
                .hasToString("[desk@xn--bro-hoa.example]");
    }

    private static String encoded(String page) {
        return page.replace("<", "%3C").replace(">", "%3E");
    }

    private static List<String> names(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(header -> header.getName())
                .sorted()
                .toList();
    }

    private static String part(MimeMessage mail, int index) throws Exception {
        BodyPart part = ((MimeMultipart) mail.getContent()).getBodyPart(index);
        return part.getContent().toString().replace("\r\n", "\n");
    }

    /** As a receiver sees it. */
    private static MimeMessage read(MimeMessage written) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.writeTo(bytes);
        assertThat(bytes.toString(StandardCharsets.US_ASCII)).doesNotContain("\r\nBcc:");
        return new MimeMessage((Session) null, new ByteArrayInputStream(bytes.toByteArray()));
    }
}
