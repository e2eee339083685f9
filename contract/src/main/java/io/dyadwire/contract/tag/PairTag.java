package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two countries between which the article reports something.
 *
 * @param main whether the article is chiefly about this pair
 * @param from the one of the two that acts on the other; absent, as {@code to} is, where both act, or act together, or
 *     the words do not say plainly which of them acts
 * @param to the one that is acted on
 * @param evidence the sentences or words that relate the two
 */
public record PairTag(
        Pair pair,
        double salience,
        boolean main,
        @Nullable String from,
        @Nullable String to,
        List<Span> evidence) {
    public PairTag {
        Check.present("pair", pair);
        Check.share("salience", salience);
        pair.checkRoles(from, to);
        evidence = Check.some("evidence", evidence);
    }
}
