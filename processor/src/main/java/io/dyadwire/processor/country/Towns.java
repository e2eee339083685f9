package io.dyadwire.processor.country;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells towns in the U.S. from the places abroad that they are called after: "the Athens Police Department", "a Lebanon
 * woman". A name is such a town when the article calls the country by no other word and speaks of American local life, by
 * its institutions or by a local word beside the name. Where no other country is named, those institutions place the
 * article in the U.S.
 */
final class Towns {
    private static final int SURE = 3;
    private static final int MOST_LOCAL = 2;

    private final ContextWords words;

    Towns(ContextWords words) {
        this.words = words;
    }

    /** Without those towns, and with at most two of the institutions, as places in the U.S. */
    List<Sighting> decide(Document document, List<Sighting> found, Reasons reasons) {
        int institutions = 0;
        int states = 0;
        int local = 0;
        for (var sighting : found) {
            institutions += sighting.has(NameFlag.US_LOCAL) ? 1 : 0;
            states += sighting.has(NameFlag.US_STATE) ? 1 : 0;
            local += isLocal(document, sighting) ? 1 : 0;
        }
        if (institutions + states == 0 && local < 2) {
            return found;
        }
        var uses = uses(document, found);
        int near = institutions;
        int inStates = states;
        uses.values().removeIf(use -> use.isTown(near, inStates));
        boolean abroad = uses.values().stream().anyMatch(use -> use.direct);
        List<Sighting> kept = new ArrayList<>(found.size());
        int room = abroad && institutions < SURE ? 0 : MOST_LOCAL;
        for (var sighting : found) {
            boolean stays = sighting.has(NameFlag.US_LOCAL)
                    ? room-- > 0
                    : sighting.calls("USA") || uses.containsKey(sighting.code());
            if (stays) {
                kept.add(sighting);
            } else {
                String why = sighting.has(NameFlag.US_LOCAL)
                        ? "local life in the U.S. says no more about the country"
                        : "a town in the U.S.: the article speaks of American local life";
                sighting.drop(reasons, document.of(sighting.field()), why);
            }
        }
        return kept;
    }

    private Map<String, Use> uses(Document document, List<Sighting> found) {
        Map<String, Use> uses = new HashMap<>();
        for (var sighting : found) {
            if (!sighting.calls("USA")) {
                uses.computeIfAbsent(sighting.code(), code -> new Use())
                        .add(document, sighting, isLocal(document, sighting));
            }
        }
        return uses;
    }

    private boolean isLocal(Document document, Sighting sighting) {
        var tokens = document.of(sighting.field());
        return ContextWords.joined(tokens, sighting.last() + 1) && words.at(tokens, sighting.last() + 1, words.local);
    }

    /** How an article calls one country. */
    private static final class Use {
        private String only = "";
        private boolean apart;
        private boolean direct;
        private boolean bare;
        private int local;

        void add(Document document, Sighting sighting, boolean isLocal) {
            boolean place = sighting.kind() == MentionKind.PLACE || sighting.kind() == MentionKind.CAPITAL;
            String name = document.of(sighting.field()).text(sighting.first()).toLowerCase(Locale.ROOT);
            apart |= (!place && !sighting.has(NameFlag.TOWN)) || !(only.isEmpty() || only.equals(name));
            direct |= sighting.kind() != MentionKind.PLACE;
            bare |= !place;
            local += isLocal ? 1 : 0;
            only = name;
        }

        boolean isTown(int institutions, int states) {
            if (apart) {
                return false;
            }
            boolean twice = local > 1 || institutions > 1;
            return bare
                    ? twice || (local > 0 && institutions + states > 0)
                    : institutions > 0 || (local > 0 && states > 0);
        }
    }
}
