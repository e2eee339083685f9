package io.dyadwire.processor.deadline;

import io.dyadwire.contract.article.Field;
import io.dyadwire.contract.article.Span;
import io.dyadwire.processor.reason.Reason.Subject;
import io.dyadwire.processor.reason.Reasons;
import java.util.Locale;

/** Puts into words why something became of a deadline or nothing did, when somebody asks. */
record NewsReasons(Reasons reasons, TurnWords words) {

    void give(Turn turn, Span span) {
        if (reasons.wanted()) {
            String thing = turn.thing().line();
            String why = String.format(Locale.ROOT, "of '%s': confidence %.2f", thing, turn.confidence());
            reasons.given(Subject.DEADLINE_NEWS, name(turn), span, why);
        }
    }

    void drop(Turn turn, Span span, String why) {
        if (reasons.wanted()) {
            reasons.dropped(Subject.DEADLINE_NEWS, name(turn), span, why);
        }
    }

    /** A word that would end or change a deadline, where it is not told as done. */
    void unreal(Field field, Clause clause, int word) {
        if (reasons.wanted() && clause.inside(word) && words.is(clause, word, words.acts())) {
            String why =
                    switch (Mood.of(clause, words, word).kind()) {
                        case FACT -> "";
                        case POSSIBLE -> "only possible";
                        case UNREAL -> "denied, asked for, hoped for or under a condition";
                    };
            if (!why.isEmpty()) {
                reasons.dropped(Subject.DEADLINE_NEWS, "", field, clause.tokens(), word, word, why);
            }
        }
    }

    private static String name(Turn turn) {
        return turn.turn().name().toLowerCase(Locale.ROOT);
    }
}
