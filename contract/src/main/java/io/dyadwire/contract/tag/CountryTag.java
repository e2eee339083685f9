package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import java.util.List;

/**
 * A country that an article names.
 *
 * @param code ISO 3166-1 alpha-3; Kosovo is XKX
 * @param salience 0 to 1: how much of the article is about it
 */
public record CountryTag(String code, Role role, double salience, List<Mention> mentions) {
    public CountryTag {
        Check.country("code", code);
        Check.present("role", role);
        Check.share("salience", salience);
        mentions = Check.some("mentions", mentions);
    }
}
