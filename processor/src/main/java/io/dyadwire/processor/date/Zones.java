package io.dyadwire.processor.date;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.TimeZone.SystemTimeZoneType;
import io.dyadwire.processor.country.CountryTagger;
import io.dyadwire.processor.text.DataFile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The time zones of the places that news is filed from. Known are the cities that zones are named for, every place of our
 * tables of names in a country with one time, and, from zones.txt, the cities that news comes from of those with more.
 */
final class Zones {
    private static final Set<String> REGIONS =
            Set.of("Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");
    private static final Instant ANY_TIME = Instant.parse("2024-01-15T00:00:00Z");

    private final Map<String, ZoneId> byPlace = new HashMap<>();

    Zones() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            int slash = id.lastIndexOf('/');
            if (slash > 0 && REGIONS.contains(id.substring(0, id.indexOf('/')))) {
                byPlace.put(fold(id.substring(slash + 1).replace('_', ' ')), ZoneId.of(id));
            }
        }
        Map<String, ZoneId> byCountry = countriesOfOneTime();
        place(byCountry, "places.tsv", 1);
        place(byCountry, "names.tsv", 2);
        for (String line : DataFile.lines(Zones.class, "zones.txt")) {
            int colon = line.indexOf(':');
            for (String name : line.substring(colon + 1).split(",", -1)) {
                byPlace.put(fold(name.strip()), ZoneId.of(line.substring(0, colon)));
            }
        }
    }

    /** Country code, then the kind in names.tsv, then the name. */
    private void place(Map<String, ZoneId> byCountry, String file, int column) {
        for (String line : DataFile.lines(CountryTagger.class, file)) {
            String[] row = line.split("\t", -1);
            ZoneId zone = byCountry.get(row[0]);
            boolean place = row.length > column && (column == 1 || row[1].equals("capital") || row[1].equals("place"));
            if (zone != null && place) {
                byPlace.putIfAbsent(fold(row[column]), zone);
            }
        }
    }

    /** By alpha-3 code; a country is left out where the clocks differ from place to place. */
    private static Map<String, ZoneId> countriesOfOneTime() {
        Map<String, ZoneId> zones = new TreeMap<>();
        for (String country : Locale.getISOCountries()) {
            List<ZoneId> its = TimeZone.getAvailableIDs(SystemTimeZoneType.CANONICAL_LOCATION, country, null).stream()
                    .filter(ZoneId.getAvailableZoneIds()::contains)
                    .map(ZoneId::of)
                    .toList();
            var offsets = its.stream()
                    .map(zone -> zone.getRules().getOffset(ANY_TIME))
                    .collect(Collectors.toSet());
            if (offsets.size() == 1) {
                zones.put(Locale.of("", country).getISO3Country(), its.getFirst());
            }
        }
        return zones;
    }

    /** The zone of this place, "Tokyo", "NEW YORK" or "Eastern"; null when we do not know it. */
    @Nullable
    ZoneId of(String place) {
        return byPlace.get(fold(place));
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
