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

    /** What a word is among these, as bits beside those of {@link Tokens}. */
    static final int TITLE = 0x10;

    static final int OTHER = 0x20;
    static final int NUMBERED = 0x40;
    static final int STARTER = 0x80;

    /** "According". */
    private static final int LONGEST = 9;

    private static final Vocabulary WORDS = new Vocabulary();

    /** By the word's id. */
    private static final int[] FLAGS = flags();

    private Abbreviations() {}

    /** Which of the lists this word is on. */
    static int flags(char[] chars, int from, int to) {
        return to - from > LONGEST ? 0 : FLAGS[WORDS.idOf(chars, from, to)];
    }

    /**
     * Whether the sentence goes on after a word and a full stop.
     *
     * @param flags of the word
     * @param initial whether it has its own dots, as "U.S.", or is a single capital
     * @param next the flags of the word that follows
     */
    static boolean continues(int flags, boolean initial, int next) {
        if ((flags & TITLE) != 0 || ((flags & NUMBERED) != 0 && (next & Tokens.NUMBER) != 0)) {
            return true;
        }
        return (initial || (flags & OTHER) != 0) && (next & STARTER) == 0;
    }

    private static int[] flags() {
        int[] flags = new int[TITLES.size() + OTHERS.size() + BEFORE_NUMBER.size() + STARTERS.size() + 1];
        TITLES.forEach(word -> flags[WORDS.add(word)] |= TITLE);
        OTHERS.forEach(word -> flags[WORDS.add(word)] |= OTHER);
        BEFORE_NUMBER.forEach(word -> flags[WORDS.add(word)] |= NUMBERED);
        STARTERS.forEach(word -> flags[WORDS.add(word)] |= STARTER);
        return flags;
    }

    private static Set<String> words(String block) {
        return Arrays.stream(Pattern.compile("\\s+").split(block)).collect(Collectors.toUnmodifiableSet());
    }
}
