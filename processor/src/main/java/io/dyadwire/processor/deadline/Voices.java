package io.dyadwire.processor.deadline;

import io.dyadwire.contract.deadline.DeadlineStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Who speaks, and who only repeats. Two statements are of one voice when they come from one publisher, credit one agency, or
 * stand under one headline or in nearly the same words: a report that two outlets carry is one source.
 *
 * <p>Cuts each statement into words once; for a few statements and one thread, then to be thrown away.
 */
final class Voices {
    private static final int WORDS_OF_A_TITLE = 5;
    private static final int WORDS_OF_A_QUOTE = 8;
    private static final int MOST_WORDS = 60;
    private static final double NEARLY = 0.8;

    private final IdentityHashMap<DeadlineStatement, Voice> voices = new IdentityHashMap<>();

    /** How many speak independently of those before them. */
    int count(List<DeadlineStatement> statements) {
        List<DeadlineStatement> heard = new ArrayList<>();
        for (DeadlineStatement said : statements) {
            if (heard.stream().noneMatch(before -> areOne(before, said))) {
                heard.add(said);
            }
        }
        return heard.size();
    }

    /** Whether one of them speaks independently of the first. */
    boolean areSeveral(List<DeadlineStatement> statements) {
        return statements.stream().anyMatch(said -> !areOne(statements.getFirst(), said));
    }

    boolean areOne(DeadlineStatement one, DeadlineStatement other) {
        return voice(one).isOneWith(voice(other));
    }

    boolean samePublisher(DeadlineStatement one, DeadlineStatement other) {
        return sameName(voice(one).publisher, voice(other).publisher);
    }

    private Voice voice(DeadlineStatement said) {
        return voices.computeIfAbsent(said, Voice::of);
    }

    private record Voice(List<String> publisher, List<String> name, Set<String> title, Set<String> quote) {
        static Voice of(DeadlineStatement said) {
            List<String> publisher = words(said.publisher());
            return new Voice(
                    publisher,
                    said.agency() == null ? publisher : words(said.agency()),
                    new HashSet<>(words(said.title())),
                    new HashSet<>(words(said.quote())));
        }

        boolean isOneWith(Voice other) {
            return sameName(publisher, other.publisher)
                    || sameName(name, other.name)
                    || isCopy(title, other.title, WORDS_OF_A_TITLE, 1)
                    || isCopy(quote, other.quote, WORDS_OF_A_QUOTE, NEARLY);
        }
    }

    /** "The Herald" and "Herald", "Associated Press" and "AP". */
    private static boolean sameName(List<String> one, List<String> other) {
        return one.equals(other) || isShortFor(one, other) || isShortFor(other, one);
    }

    private static boolean isShortFor(List<String> initials, List<String> words) {
        if (initials.size() != 1 || words.size() < 2 || initials.getFirst().length() != words.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).charAt(0) != initials.getFirst().charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCopy(Set<String> one, Set<String> other, int least, double share) {
        int fewer = Math.min(one.size(), other.size());
        int more = Math.max(one.size(), other.size());
        if (fewer < least || fewer < share * more) {
            return false;
        }
        int both = 0;
        for (String word : one) {
            both += other.contains(word) ? 1 : 0;
        }
        return both >= share * (fewer + more - both);
    }

    /** The first words, in lower case, without what is no letter or digit and without a leading article. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= text.length() && words.size() < MOST_WORDS; i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                word.append(Character.toLowerCase(c));
            } else if (!word.isEmpty()) {
                if (!words.isEmpty() || !word.toString().equals("the")) {
                    words.add(word.toString());
                }
                word.setLength(0);
            }
        }
        return words;
    }
}
