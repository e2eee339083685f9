package io.dyadwire.runner.rules;

import io.dyadwire.alerts.check.Condition;
import io.dyadwire.alerts.check.Condition.Kind;
import io.dyadwire.alerts.check.Condition.Words;
import io.dyadwire.alerts.check.RuleExplanation;
import io.dyadwire.contract.article.Article;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.tag.Hue;
import io.dyadwire.runner.tag.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a rule fires or does not, for a person: a line a condition, and below it its words where they stand. Pure. */
final class ExplanationLines {
    private static final int MOST_PARTS = 12;
    private static final int MOST_WORDS = 2;
    private static final int AROUND = 50;
    private static final int LONGEST = 150;

    private final Article article;
    private final Ink ink;
    private final List<String> lines = new ArrayList<>();

    ExplanationLines(Article article, Ink ink) {
        this.article = article;
        this.ink = ink;
    }

    /** One string a line, without control characters of the article's own. */
    List<String> of(RuleExplanation explained) {
        String title = article.title().isBlank() ? article.id().value() : article.title();
        lines.add(ink.strong(
                explained.rule() + (explained.fires() ? " fires on " : " does not fire on ") + PlainText.line(title)));
        lines.add(PlainText.line(explained.why()));
        explained.conditions().forEach(condition -> {
            lines.add("");
            add(condition, 0);
        });
        return lines;
    }

    private void add(Condition condition, int depth) {
        String indent = "  ".repeat(depth + 1);
        String key = condition.key() == null ? "" : condition.key() + ": ";
        String asks = PlainText.line(condition.asks());
        String shown = condition.words().isEmpty() ? asks : ink.mark(asks, hue(condition));
        String note = condition.note() == null ? "" : "  " + ink.faint("(" + PlainText.line(condition.note()) + ")");
        lines.add(sign(condition) + indent + key + (condition.parts().isEmpty() ? shown : cut(asks)) + note);
        condition.words().stream()
                .limit(MOST_WORDS)
                .forEach(words -> lines.add("       " + indent + around(words, hue(condition))));
        int more = condition.words().size() - MOST_WORDS;
        if (more > 0) {
            lines.add("       " + indent + ink.faint("and " + (more + " more")));
        }
        parts(condition, depth);
    }

    /** Of many parts those that matter. */
    private void parts(Condition condition, int depth) {
        List<Condition> all = condition.parts();
        List<Condition> shown = all.size() <= MOST_PARTS
                ? all
                : all.stream()
                        .filter(part -> part.holds() == condition.holds() || part.blocks())
                        .limit(MOST_PARTS)
                        .toList();
        shown.forEach(part -> add(part, depth + 1));
        if (shown.size() < all.size()) {
            long holding = all.stream().filter(Condition::holds).count()
                    - shown.stream().filter(Condition::holds).count();
            lines.add("      " + "  ".repeat(depth + 2)
                    + ink.faint("and " + (all.size() - shown.size()) + " more, of which " + holding + " hold"));
        }
    }

    private String sign(Condition condition) {
        String word = condition.holds() ? "  yes" : "   no";
        return condition.blocks() ? ink.strong(word + " !") : word + "  ";
    }

    /** The words in their line, with what stands around them. */
    private String around(Words words, Hue hue) {
        String text = words.field().of(article);
        int end = Math.min(words.end(), words.start() + LONGEST);
        int from = Math.max(0, words.start() - AROUND);
        int to = Math.min(text.length(), end + AROUND);
        String before = text.substring(from, words.start());
        String after = text.substring(end, to);
        String head = from == 0 ? before : "…" + before.replaceFirst("^\\S*\\s", "");
        String tail = to == text.length() ? after : after.replaceFirst("\\s\\S*$", "") + "…";
        return ink.faint(words.field().name().toLowerCase(Locale.ROOT) + " " + words.start() + "  ")
                + PlainText.line(head)
                + ink.mark(PlainText.line(text.substring(words.start(), end)), hue)
                + PlainText.line(tail);
    }

    private static String cut(String asks) {
        return asks.length() <= LONGEST ? asks : asks.substring(0, LONGEST - 1) + "…";
    }

    private static Hue hue(Condition condition) {
        if (condition.kind() != Kind.FACT) {
            return Hue.TOPIC;
        }
        return condition.asks().startsWith("topic:")
                ? Hue.TOPIC
                : condition.asks().startsWith("deadline:") ? Hue.DEADLINE : Hue.COUNTRY;
    }
}
