package io.dyadwire.processor.deadline;

import io.dyadwire.contract.Digest;
import io.dyadwire.contract.pair.Pair;
import io.dyadwire.matcher.text.Tokens;
import io.dyadwire.processor.text.Document;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The id of what hangs on a date, made of the thing and not of the date, so that another article on the same thing
 * finds the same id whatever date it gives. A named agreement and the class of act decide where there is one
 * ("General Security of Military Information Agreement" and "GSOMIA" are one name, and so is what pacts.txt says of it); else the content words in their
 * base forms, in any order, with the pairs; the names of the pairs' own countries are left out, since one article says
 * Tokyo and the other Japan. Whether the thing is to happen on a day or by it makes no other thing of it. Words that say too
 * little ("the summit", "the court hearing", between no two countries) mean another thing in every article.
 */
final class DeadlineKey {
    private static final int MOST_WORDS = 6;
    private static final int NAME_WORDS = 3;

    /** So many common words tell a thing from others of its kind. */
    private static final int ENOUGH_WORDS = 3;

    /** What must be decided by a day, in a decision on extending something, is whether it is extended then. */
    private static final String DECIDE = "decide";

    private static final String EXTEND = "extend";

    /** Talks that open on Friday are the talks on Friday. */
    private static final String START = "start";

    /** The class of the words that say nothing of the thing: "the two sides". */
    private static final String NO_ACT = "none";

    /** The class of "agreement", "treaty" and the like. */
    private static final String PACT = "pact";

    private final Pacts pacts = new Pacts();
    private final Map<String, String> classes = classes("acts.txt");
    private final Map<String, String> things = classes("things.txt");

    private static Map<String, String> classes(String file) {
        Map<String, String> classes = new HashMap<>();
        for (String[] row : CueWords.read(file)) {
            for (int i = 1; i < row.length; i++) {
                classes.put(row[i], row[0]);
            }
        }
        return classes;
    }

    /**
     * The id.
     *
     * @param understood classes of acts that the words do not say
     * @param countries the tokens that only name a country of the pairs
     * @param document that says so: "the pact" is the one that it names
     */
    String id(Phrase phrase, List<Pair> pairs, Set<String> understood, BitSet countries, Document document) {
        Clause c = phrase.clause();
        SortedSet<String> acts = new TreeSet<>(understood);
        SortedSet<String> rest = new TreeSet<>();
        Set<String> cut = new HashSet<>();
        for (int i : phrase.whole()) {
            String base = base(c.text(i).toLowerCase(Locale.ROOT));
            String act = act(base);
            if (act != null) {
                acts.add(act);
            } else if (!countries.get(i) && tells(c.cue(i))) {
                (phrase.words().contains(i) ? rest : cut).add(things.getOrDefault(base, base));
            }
        }
        String name = name(c, phrase.whole());
        if (name.isEmpty() && (rest.contains(PACT) || cut.contains(PACT))) {
            cut.addAll(rest);
            name = cut.size() == 1 ? onlyPact(document.text()) : pacts.described(cut, pairs);
        } else {
            name = pacts.named(name);
        }
        acts.remove(NO_ACT);
        if (acts.size() > 1) {
            acts.remove(START);
        }
        if (acts.contains(EXTEND)) {
            acts.remove(DECIDE);
        }
        if (!name.isEmpty()) {
            return Digest.of(name, acts.isEmpty() ? "" : acts.first());
        }
        List<String> parts = new ArrayList<>();
        parts.add(pairs.toString());
        parts.addAll(acts);
        for (String word : rest) {
            if (parts.size() < 1 + acts.size() + MOST_WORDS) {
                parts.add(word);
            }
        }
        if (pairs.isEmpty() && acts.size() + rest.size() < ENOUGH_WORDS && !hasProperName(c, phrase.words())) {
            parts.add(document.article().id().value());
        }
        return Digest.of(parts.toArray(String[]::new));
    }

    /** The agreement that a text names, where it names but one; else empty. */
    private String onlyPact(Tokens t) {
        String only = "";
        for (int i = 0; i < t.count(); i++) {
            String name = t.capital(i) ? pactAt(t, i) : "";
            if (!name.isEmpty() && !only.isEmpty() && !name.equals(only)) {
                return "";
            }
            only = name.isEmpty() ? only : name;
        }
        return only;
    }

    /** The name that ends here: "GSOMIA", "General Security of Military Information Agreement". */
    private String pactAt(Tokens t, int end) {
        String word = t.text(end).toLowerCase(Locale.ROOT);
        if (t.allCaps(end) && pacts.isName(word)) {
            return pacts.named(word);
        }
        if (!PACT.equals(things.get(word))) {
            return "";
        }
        StringBuilder initials = new StringBuilder();
        int capitals = 0;
        boolean goesOn = true;
        for (int i = end; i >= 0 && goesOn; i--) {
            boolean of = t.reads(i, "of") && i > 0 && t.capital(i - 1);
            goesOn = (of || t.capital(i)) && !t.reads(i, "The") && (i == end || t.before(i + 1) == 0);
            if (goesOn) {
                initials.insert(0, Character.toLowerCase(t.source().charAt(t.start(i))));
                capitals += of ? 0 : 1;
            }
        }
        return capitals < NAME_WORDS ? "" : pacts.named(initials.toString());
    }

    private static boolean hasProperName(Clause c, List<Integer> words) {
        for (int i : words) {
            if (i != c.from() && c.capital(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word with this cue says what the thing is. */
    private static boolean tells(Cue cue) {
        return switch (cue) {
            case NONE, BOND, QUANTITY, RECORD, EVENT, TERM, ANNIVERSARY -> true;
            default -> false;
        };
    }

    /** What is done, as the classes of acts.txt name it: "talks" and "they meet" are both "meet". */
    Set<String> acts(String what) {
        Set<String> acts = new HashSet<>();
        for (String word : what.toLowerCase(Locale.ROOT).split(" ", -1)) {
            String act = act(base(word));
            if (act != null && !act.equals(NO_ACT)) {
                acts.add(act);
            }
        }
        return acts;
    }

    /** "decid" of "decided" is the act "decide". */
    private @Nullable String act(String base) {
        String act = classes.get(base);
        return act == null ? classes.get(base + "e") : act;
    }

    /** The initials of a name of three words or more, or an acronym of four letters or more; empty when there is none. */
    private static String name(Clause c, List<Integer> words) {
        for (int k = 0; k < words.size(); k++) {
            int i = words.get(k);
            if (c.tokens().allCaps(i) && c.text(i).length() >= 4) {
                return c.text(i).toLowerCase(Locale.ROOT);
            }
            if (!c.capital(i) || i == c.from() || (k > 0 && c.capital(words.get(k - 1)))) {
                continue;
            }
            StringBuilder initials = new StringBuilder();
            int capitals = 0;
            int at = i;
            while (at <= c.to() && (c.capital(at) || (c.is(at, Cue.OF) && c.inside(at + 1) && c.capital(at + 1)))) {
                initials.append(Character.toLowerCase(
                        c.tokens().source().charAt(c.tokens().start(at))));
                capitals += c.capital(at) ? 1 : 0;
                at++;
            }
            if (capitals >= NAME_WORDS) {
                return initials.toString();
            }
        }
        return "";
    }

    /** A light base form, to compare by. */
    static String base(String word) {
        int n = word.length();
        if (n > 4 && word.endsWith("ies")) {
            return word.substring(0, n - 3) + "y";
        }
        if (n > 5 && word.endsWith("ing")) {
            return withoutDouble(word.substring(0, n - 3));
        }
        if (n > 4 && word.endsWith("ed")) {
            return withoutDouble(word.substring(0, n - 2));
        }
        return n > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.substring(0, n - 1) : word;
    }

    private static String withoutDouble(String stem) {
        int n = stem.length();
        boolean doubled =
                n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "bdgmnprt".indexOf(stem.charAt(n - 1)) >= 0;
        return doubled ? stem.substring(0, n - 1) : stem;
    }
}
