package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import io.dyadwire.contract.article.Span;
import io.dyadwire.contract.pair.Pair;
import java.util.List;

/**
 * Two countries between which the article reports something.
 *
 * @param main whether the article is chiefly about this pair
 * @param evidence the sentences or words that relate the two
 */
public record PairTag(Pair pair, double salience, boolean main, List<Span> evidence) {
    public PairTag {
        Check.present("pair", pair);
        Check.share("salience", salience);
        evidence = Check.some("evidence", evidence);
    }
}
