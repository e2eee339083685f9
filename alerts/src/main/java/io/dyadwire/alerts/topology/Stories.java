package io.dyadwire.alerts.topology;

import io.dyadwire.alerts.discipline.Candidate;
import io.dyadwire.alerts.story.Facts;
import io.dyadwire.contract.alert.Alert;
import io.dyadwire.contract.alert.AlertType;
import io.dyadwire.contract.rule.Severity;
import io.dyadwire.contract.tag.Story;
import io.dyadwire.contract.tag.TaggedArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the desks' discipline asks of one article, found out once for all rules that it matches. */
final class Stories {
    private final String story;
    private final @Nullable String textKey;
    private final TaggedArticle tagged;
    private @Nullable List<String> facts;

    Stories(TaggedArticle tagged) {
        Story known = tagged.story();
        this.story = known == null ? tagged.article().id().value() : known.id();
        this.textKey = known == null ? null : known.textKey();
        this.tagged = tagged;
    }

    Candidate candidate(Alert alert, Severity severity, boolean again, @Nullable AlertType notice, boolean matches) {
        if (facts == null) {
            facts = Facts.of(tagged);
        }
        return new Candidate(alert, severity, story, textKey, facts, again, notice, matches);
    }
}
