package io.dyadwire.processor.measure;

import io.dyadwire.contract.tag.CountryTag;
import io.dyadwire.contract.tag.Mention;
import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.contract.tag.Role;
import io.dyadwire.contract.tag.TaggedArticle;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the countries that an article names its labels list. */
enum Naming {
    /** Those that it is about. */
    ABOUT,
    /** Those that are called by a name, a demonym or an adjective, not only by a town or a person. */
    DIRECT,
    /** All. */
    ANY;

    private static final Set<MentionKind> INDIRECT =
            EnumSet.of(MentionKind.CAPITAL, MentionKind.SEAT, MentionKind.LEADER, MentionKind.PLACE);

    Set<String> countries(TaggedArticle tagged) {
        return tagged.countries().stream()
                .filter(this::counts)
                .map(CountryTag::code)
                .collect(Collectors.toSet());
    }

    private boolean counts(CountryTag tag) {
        return switch (this) {
            case ABOUT -> tag.role() == Role.ABOUT;
            case DIRECT -> tag.mentions().stream().map(Mention::kind).anyMatch(kind -> !INDIRECT.contains(kind));
            case ANY -> true;
        };
    }
}
