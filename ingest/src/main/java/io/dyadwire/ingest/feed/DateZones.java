package io.dyadwire.ingest.feed;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Time zones as feeds write them: offsets, the names of RFC 822, abbreviations, regions such as Asia/Seoul. */
final class DateZones {
    private static final Pattern OFFSET =
            Pattern.compile("(?:GMT|UTC|UT|Z)?\\s*([+-])(\\d{1,2}):?(\\d{2})?\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern REGION = Pattern.compile("\\(?([A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)+)\\)?");

    // Hours from UTC. Names that several zones share mean what RFC 822 says, else what newsrooms write most.
    private static final Map<String, Double> ZONES = Map.ofEntries(
            Map.entry("EST", -5.0),
            Map.entry("EDT", -4.0),
            Map.entry("ET", -5.0),
            Map.entry("CST", -6.0),
            Map.entry("CDT", -5.0),
            Map.entry("MST", -7.0),
            Map.entry("MDT", -6.0),
            Map.entry("PST", -8.0),
            Map.entry("PDT", -7.0),
            Map.entry("AKST", -9.0),
            Map.entry("AKDT", -8.0),
            Map.entry("HST", -10.0),
            Map.entry("AST", -4.0),
            Map.entry("ADT", -3.0),
            Map.entry("NST", -3.5),
            Map.entry("BRT", -3.0),
            Map.entry("ART", -3.0),
            Map.entry("WET", 0.0),
            Map.entry("WEST", 1.0),
            Map.entry("BST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("MEZ", 1.0),
            Map.entry("MESZ", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("SAST", 2.0),
            Map.entry("MSK", 3.0),
            Map.entry("TRT", 3.0),
            Map.entry("GST", 4.0),
            Map.entry("PKT", 5.0),
            Map.entry("IST", 5.5),
            Map.entry("ICT", 7.0),
            Map.entry("WIB", 7.0),
            Map.entry("HKT", 8.0),
            Map.entry("SGT", 8.0),
            Map.entry("PHT", 8.0),
            Map.entry("AWST", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("ACST", 9.5),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("NZST", 12.0),
            Map.entry("NZDT", 13.0));

    private DateZones() {}

    /** What no one knows is UTC. */
    static ZoneId zone(String written) {
        Matcher offset = OFFSET.matcher(written);
        if (offset.matches()) {
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            int total = Integer.parseInt(offset.group(2)) * 60 + minutes;
            return ZoneOffset.ofTotalSeconds((offset.group(1).equals("-") ? -60 : 60) * total);
        }
        Matcher region = REGION.matcher(written);
        if (region.matches()) {
            return region(region.group(1));
        }
        int end = 0;
        while (end < written.length() && Character.isLetter(written.charAt(end))) {
            end++;
        }
        Double hours = ZONES.get(written.substring(0, end).toUpperCase(Locale.ROOT));
        return hours == null ? ZoneOffset.UTC : ZoneOffset.ofTotalSeconds((int) (hours * 3600));
    }

    private static ZoneId region(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // a name like a region's, such as "Local/Time"
        }
    }
}
