package io.dyadwire.runner.measure;

import io.dyadwire.contract.tag.TaggedArticle;
import io.dyadwire.processor.measure.Difference;
import io.dyadwire.processor.measure.Label;
import io.dyadwire.processor.measure.Measurement;
import io.dyadwire.processor.measure.Score;
import io.dyadwire.runner.cli.PlainText;
import io.dyadwire.runner.cli.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A measurement for a person. Pure. */
final class MeasureReport {
    private MeasureReport() {}

    /** One row for each thing that was measured. */
    static List<String> table(Measurement measurement) {
        var table = new Table("", "precision", "recall", "F1", "right", "wrong", "missed");
        measurement.scores().forEach((label, score) -> add(table, label, score));
        return table.lines();
    }

    private static void add(Table table, Label label, Score score) {
        table.add(
                label.words(),
                percent(score.precision()),
                percent(score.recall()),
                percent(score.f1()),
                Integer.toString(score.right()),
                Integer.toString(score.wrong()),
                Integer.toString(score.missed()));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** The article, then what is wrong with its tags. */
    static List<String> errors(int line, TaggedArticle tagged, List<Difference> differences) {
        List<String> lines = new ArrayList<>();
        lines.add(PlainText.line("line " + line + "  " + tagged.article().id() + "  " + title(tagged)));
        for (var difference : differences) {
            String words = difference.label().words();
            difference.wrong().forEach(tag -> lines.add("  wrong   " + words + ": " + tag));
            difference.missed().forEach(tag -> lines.add("  missed  " + words + ": " + tag));
        }
        return lines;
    }

    private static String title(TaggedArticle tagged) {
        String title = tagged.article().title();
        return title.isBlank() ? "(no title)" : title;
    }
}
