package io.dyadwire.processor.country;

import io.dyadwire.contract.tag.MentionKind;
import io.dyadwire.processor.reason.Reasons;
import io.dyadwire.processor.text.Document;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides the names that call different things in different articles, by what else the article names. */
final class Namesakes {
    private static final Set<String> NEIGHBOURS_OF_GEORGIA = Set.of("RUS", "ARM", "AZE", "UKR", "TUR", "MDA", "BLR");

    private Namesakes() {}

    /** Only what calls a country, with bare "Korea" and shared lands resolved. */
    static List<Sighting> decide(Document document, List<Sighting> found, Reasons reasons) {
        var named = namedForSure(found);
        boolean georgiaIsState = georgiaIsState(found);
        List<Sighting> kept = new ArrayList<>(found.size());
        for (var sighting : found) {
            if (sighting.has(NameFlag.KOREA)) {
                kept.add(
                        named.contains("PRK") && !named.contains("KOR")
                                ? as(sighting, "PRK", sighting.kind())
                                : sighting);
            } else if (sighting.has(NameFlag.PENINSULA)) {
                var readings = namedOtherwise(sighting, named);
                if (readings.isEmpty()) {
                    drop(document, sighting, reasons, "land of several countries, and none of them is named otherwise");
                } else {
                    kept.add(new Sighting(
                            sighting.field(), sighting.first(), sighting.last(), readings, sighting.kind(), false));
                }
            } else if (sighting.has(NameFlag.US_NAMESAKE) && georgiaIsState) {
                drop(document, sighting, reasons, "the U.S. state: of which the article speaks more");
                kept.add(as(sighting, "USA", MentionKind.PLACE));
            } else if (!sighting.has(NameFlag.WEAK) || named.contains(sighting.code())) {
                kept.add(sighting);
            } else {
                drop(document, sighting, reasons, "counts only beside a surer name of the country");
            }
        }
        return kept;
    }

    private static void drop(Document document, Sighting sighting, Reasons reasons, String why) {
        sighting.drop(reasons, document.of(sighting.field()), why);
    }

    private static boolean georgiaIsState(List<Sighting> found) {
        int state = 0;
        int country = 0;
        for (var sighting : found) {
            if (sighting.has(NameFlag.US_STATE)
                    || (sighting.kind() == MentionKind.PLACE && sighting.code().equals("USA"))) {
                state++;
            } else if (sighting.code().equals("GEO") && !sighting.has(NameFlag.US_NAMESAKE)) {
                country += 3;
            } else if (NEIGHBOURS_OF_GEORGIA.contains(sighting.code())) {
                country++;
            }
        }
        return state > country;
    }

    private static List<CountryName> namedOtherwise(Sighting shared, Set<String> named) {
        return shared.readings().stream()
                .filter(reading -> named.contains(reading.code()))
                .toList();
    }

    /** The countries called by a name that needs no other beside it. */
    private static Set<String> namedForSure(List<Sighting> found) {
        Set<String> named = new HashSet<>();
        for (var sighting : found) {
            if (!sighting.has(NameFlag.WEAK)
                    && !sighting.has(NameFlag.US_LOCAL)
                    && !sighting.has(NameFlag.KOREA)
                    && !sighting.has(NameFlag.PENINSULA)
                    && !sighting.has(NameFlag.US_NAMESAKE)) {
                sighting.readings().forEach(reading -> named.add(reading.code()));
            }
        }
        return named;
    }

    private static Sighting as(Sighting sighting, String code, MentionKind kind) {
        var name = CountryName.always(code, kind, Set.of());
        return new Sighting(sighting.field(), sighting.first(), sighting.last(), List.of(name), kind, false);
    }
}
