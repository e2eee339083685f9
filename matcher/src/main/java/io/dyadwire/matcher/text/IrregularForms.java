package io.dyadwire.matcher.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The English forms that the rules of {@link Inflection} get wrong, kept to words that newspapers use. Own list. */
final class IrregularForms {
    /** Look inflected and are not. */
    private static final String AS_THEY_ARE = """
            news series species politics economics physics mathematics lens mars chaos ethos cosmos atlas canvas
            christmas alias bias always perhaps besides towards afterwards sometimes whereas overseas headquarters
            means odds aids sars mers hamas reuters
            wales texas kansas arkansas honduras barbados bahamas comoros maldives seychelles philippines netherlands
            laos athens brussels naples cannes versailles thames vegas angeles
            dallas caracas algiers rhodes buenos abbas thomas nicholas holmes diabetes james jones charles hughes williams
            hundred sacred naked wicked hatred kindred rugged infrared embed hamed ahmed mohamed mohammed muhammed
            zayed alfred manfred wilfred
            beijing nanjing chongqing peking boeing xining taiping during evening morning nothing something anything
            everything ceiling sterling sibling darling wedding viking offspring pudding shilling herring
            """;

    /** Form and base. */
    private static final String PAIRS = """
            men man women woman children child feet foot teeth tooth mice mouse wives wife knives knife lives life
            halves half shelves shelf wolves wolf thieves thief crises crisis analyses analysis theses thesis
            hypotheses hypothesis oases oasis criteria criterion phenomena phenomenon
            buses bus gases gas viruses virus campuses campus bonuses bonus censuses census biases bias aliases alias
            atlases atlas lenses lens statuses status focuses focus consensuses consensus
            shoes shoe toes toe foes foe canoes canoe caches cache aches ache headaches headache niches niche
            avalanches avalanche
            does do did do done do doing do goes go went go gone go going go being be using use used use uses use
            aging age owed owe owes owe owing owe said say says say paid pay laid lay
            agreed agree disagreed disagree freed free guaranteed guarantee decreed decree fled flee
            dying die lying lie tying tie vying vie
            took take taken take gave give given give made make met meet held hold sold sell sent send sought seek
            bought buy told tell brought bring thought think caught catch taught teach fought fight struck strike
            shot shoot led lead lost lose kept keep built build spent spend dealt deal lent lend
            broke break broken break spoke speak spoken speak chose choose chosen choose froze freeze frozen freeze
            stole steal stolen steal swore swear sworn swear wrote write written write drove drive driven drive
            shook shake shaken shake began begin begun begin grew grow grown grow knew know known know threw throw
            thrown throw overthrew overthrow overthrown overthrow withdrew withdraw withdrawn withdraw drew draw
            drawn draw flew fly flown fly saw see seen see came come became become
            trafficked traffic trafficking traffic panicked panic panicking panic mimicked mimic
            """;

    /** Verbs whose e the rules would not put back. */
    private static final String ENDING_IN_E = """
            create recreate cite invite unite reunite excite ignite recite incite write rewrite bite complete compete
            delete waste paste taste guide misguide persuade dissuade interfere adhere persevere ignore restore explore
            score store deplore implore adore scale whale inhale postpone phone clone tone condone dethrone
            intervene convene welcome overcome hope cope breathe clothe bathe
            """;

    /** Verbs that the rules would give an e they never had, or take a double letter from. */
    private static final String NOT_ENDING_IN_E = """
            focus bias canvas hang bang pilot pivot ballot debut combat format gossip boycott install recall enroll
            """;

    private static final int BITS = 1 << 14;

    private static final Vocabulary FORMS = new Vocabulary();

    /** By the form's id. */
    private static final char[][] BASES;

    /** One bit for each form's hash, so that nearly every other word is done with after one look. */
    private static final long[] SEEN = new long[BITS >>> 6];

    static {
        Map<String, String> bases = basesByForm();
        BASES = new char[bases.size() + 1][];
        bases.forEach((form, base) -> {
            BASES[FORMS.add(form)] = base.toCharArray();
            int bit = bit(Vocabulary.hash(form.toCharArray(), 0, form.length()));
            SEEN[bit >>> 6] |= 1L << bit;
        });
    }

    private IrregularForms() {}

    /**
     * Replaces the form in {@code w[0, n)}, whose {@link Vocabulary#hash} is given, by its base and returns the base's
     * length, or 0 when it is not listed.
     */
    static int replace(char[] w, int n, int hash) {
        if ((SEEN[bit(hash) >>> 6] & 1L << bit(hash)) == 0) {
            return 0;
        }
        int id = FORMS.idOf(w, 0, n, hash);
        if (id == 0) {
            return 0;
        }
        char[] base = BASES[id];
        System.arraycopy(base, 0, w, 0, base.length);
        return base.length;
    }

    private static int bit(int hash) {
        return hash & (BITS - 1);
    }

    private static Map<String, String> basesByForm() {
        Map<String, String> bases = new HashMap<>();
        words(AS_THEY_ARE).forEach(word -> bases.put(word, word));
        List<String> pairs = words(PAIRS);
        for (int i = 0; i < pairs.size(); i += 2) {
            bases.put(pairs.get(i), pairs.get(i + 1));
        }
        for (String verb : words(ENDING_IN_E)) {
            bases.put(verb + "d", verb);
            bases.put(verb.substring(0, verb.length() - 1) + "ing", verb);
        }
        for (String verb : words(NOT_ENDING_IN_E)) {
            bases.put(verb + "ed", verb);
            bases.put(verb + "ing", verb);
        }
        return bases;
    }

    private static List<String> words(String block) {
        return Pattern.compile("\\s+").splitAsStream(block).toList();
    }
}
