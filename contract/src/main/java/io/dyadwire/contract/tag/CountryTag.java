package io.dyadwire.contract.tag;

import io.dyadwire.contract.Check;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A country that an article names.
 *
 * @param code ISO 3166-1 alpha-3; Kosovo is XKX
 * @param salience 0 to 1: how much of the article is about it
 */
public record CountryTag(String code, Role role, double salience, List<Mention> mentions) {
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

    public CountryTag {
        Check.matches("code", code, CODE, "an ISO 3166 alpha-3 code");
        Check.present("role", role);
        Check.share("salience", salience);
        mentions = List.copyOf(Check.notEmpty("mentions", mentions));
    }
}
