package io.dyadwire.matcher.text;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words whose full stop does not end a sentence, as English newspapers write them. Own list. */
final class Abbreviations {
    /** A name follows. */
    private static final Set<String> TITLES = words("""
            Mr Mrs Ms Mx Dr Prof Gen Sen Rep Gov Lt Col Sgt Capt Maj Adm Cmdr Brig Cpl Pvt Rev Hon St Ste Mt Ft Messrs
            Mme Mlle Pres Supt Amb Sr Sra Fr Atty vs v cf viz Lieut
            """);

    /** Mid-sentence, unless the next word is one that likes to begin a sentence. */
    private static final Set<String> OTHERS = words("""
            Inc Ltd Corp Co Cos Bros Jr Plc Cie Assn Univ Dept Govt Est Ave Blvd Rd Sq
            Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
            Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore
            Pa Penn Tenn Tex Va Vt Wash Wis Wyo approx est al etc Ph cent sq mph
            """);

    /** A number follows. */
    private static final Set<String> BEFORE_NUMBER =
            words("No Nos no nos Art art Sec sec Fig fig Vol vol Ch ch p pp para paras Res");

    /** Without "And", "To" and their like, which stand inside headlines written in capitals: "U.S. To Impose". */
    private static final Set<String> STARTERS = words("""
            The A An But So Yet He She It They We I You His Her Its Their Our My This That These Those There Here In On At
            If When While Where Since After Before Until Although Though Because However Meanwhile Moreover Also Still Now
            Then Earlier Later Last Next Some Many Most Both Each Every Other Others Another Few Several All No Not Nor What
            Why How Who Under Over During Despite Between Among Such One Two Three According Asked Officials Analysts
            Experts Critics
            """);

    private Abbreviations() {}

    /**
     * Whether the sentence goes on after {@code word} and a full stop. {@code dotted}: the word has its own dots, "U.S.".
     */
    static boolean continues(String word, boolean dotted, boolean beforeNumber, String next) {
        if (TITLES.contains(word)) {
            return true;
        }
        if (BEFORE_NUMBER.contains(word) && beforeNumber) {
            return true;
        }
        boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
        return (dotted || initial || OTHERS.contains(word)) && !STARTERS.contains(next);
    }

    private static Set<String> words(String block) {
        return Arrays.stream(Pattern.compile("\\s+").split(block)).collect(Collectors.toUnmodifiableSet());
    }
}
