package io.dyadwire.alerts.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Codes that mean another country elsewhere than in ISO 3166: two letters as FIPS 10-4, and news data made with it, have them,
 * three as sports federations do. Those that are the same in ISO are left out.
 */
final class LookAlike {
    private static final Map<String, String> FIPS = pairs("""
            AG DZA AJ AZE AS AUS AU AUT BA BHR BD BMU BG BGD BH BLZ BK BIH BL BOL BM MMR BO BLR BU BGR BY BDI
            CB KHM CD TCD CE LKA CF COG CG COD CH CHN CI CHL CN COM CS CRI DA DNK DR DOM EI IRL EN EST ES SLV EZ CZE
            GA GMB GB GAB GG GEO GM DEU GV GIN HA HTI HO HND IC ISL IS ISR IV CIV IZ IRQ JA JPN KN PRK KR KIR KS KOR
            KU KWT KV XKX LE LBN LG LVA LH LTU LI LBR LO SVK LT LSO MA MDG MG MNG MO MAR NG NER NI NGA NU NIC
            PA PRY PM PAN PO PRT PS PLW RI SRB RP PHL RS RUS SF ZAF SG SEN SN SGP SP ESP SU SDN SW SWE SZ CHE
            TD TTO TI TJK TN TON TO TGO TS TUN TU TUR TX TKM UK GBR UP UKR VM VNM YM YEM ZA ZMB ZI ZWE""");

    private static final Map<String, String> SPORT = pairs("""
            BUL BGR CHI CHL CRO HRV DEN DNK GER DEU GRE GRC HAI HTI INA IDN IRI IRN KSA SAU LAT LVA MAS MYS MGL MNG
            MYA MMR NED NLD NGR NGA PAR PRY PHI PHL POR PRT RSA ZAF SLO SVN SRI LKA SUI CHE TPE TWN UAE ARE URU URY
            VIE VNM""");

    private LookAlike() {}

    /** Such as {@code  (in FIPS 10-4 'KR' is KIR)}; empty when it means nothing elsewhere. */
    static String hint(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        if (FIPS.containsKey(upper)) {
            return " (in FIPS 10-4 '" + upper + "' is " + FIPS.get(upper) + ")";
        }
        return SPORT.containsKey(upper) ? " (in sport '" + upper + "' is " + SPORT.get(upper) + ")" : "";
    }

    private static Map<String, String> pairs(String text) {
        List<String> words = List.of(text.strip().split("\\s+"));
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i < words.size(); i += 2) {
            pairs.put(words.get(i), words.get(i + 1));
        }
        return Map.copyOf(pairs);
    }
}
