package io.dyadwire.alerts.channel;

import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertArticle;
import io.dyadwire.contract.alert.AlertEvidence;
import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import java.net.URI;
import java.util.List;

/** Alerts whose text tries to be more than text. */
public final class Hostile {
    private Hostile() {}

    /** Texts that have done harm elsewhere: markup, mentions, line ends, characters that hide or turn text. */
    public static List<String> texts() {
        return List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "</title><script>",
                "<!channel> <!here> <@U123> @everyone @here @channel @all",
                "[free money](https://evil.example) ![x](https://evil.example/p.png) <https://evil.example|here>",
                "*bold* _it_ ~gone~ `code` > quote # head - item",
                "Hi\r\nBcc: x@y.example\r\n.\r\n",
                "\n\nevent: evil\ndata: x",
                "\u202Egnol\u202C \u200Bzero\u2060width\uFEFF",
                "]]> \u0000 \uFFFF \u0007 \u001b[31m",
                "{{headline}} {{{url}}} {{#when}}",
                "\ud83d\ude00 \ud83d alone",
                "x".repeat(10_000));
    }

    /** The sample with this text wherever text of others goes. */
    public static Told.OfAlert alert(String text, URI url) {
        Alert sample = ((Told.OfAlert) Sample.alert()).alert();
        AlertArticle article = sample.article();
        Alert hostile = new Alert(
                sample.id(),
                sample.type(),
                sample.desk(),
                sample.rule(),
                sample.at(),
                text,
                new AlertArticle(article.id(), 1, text, url, text, article.publishedAt(), article.fetchedAt()),
                sample.countries(),
                sample.pairs(),
                sample.topics(),
                List.of(new AlertEvidence(
                        "keywords",
                        new Span(Field.TEXT, 0, text.length()),
                        text,
                        List.of(new AlertEvidence.Words(0, 1)))),
                sample.deadlines(),
                sample.notice());
        return new Told.OfAlert(hostile, false);
    }
}
