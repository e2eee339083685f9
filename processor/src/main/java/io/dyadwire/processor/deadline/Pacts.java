package io.dyadwire.processor.deadline;

import io.dyadwire.contract.pair.Pair;
import io.dyadwire.processor.text.DataFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Agreements that are known by a name and by what they are about: GSOMIA is "the intelligence-sharing pact" of its two sides. */
final class Pacts {
    private record Pact(String name, Set<String> pairs, Set<String> words) {
        boolean isBetween(List<Pair> some) {
            return some.stream().anyMatch(pair -> pairs.contains(pair.value()));
        }
    }

    private final Map<String, String> names = new HashMap<>();
    private final List<Pact> pacts = new ArrayList<>();

    Pacts() {
        for (String line : DataFile.lines(Pacts.class, "pacts.txt")) {
            List<List<String>> row = Arrays.stream(line.split("; "))
                    .map(part -> List.of(part.split(" ")))
                    .toList();
            String name = row.getFirst().getFirst();
            row.getFirst().forEach(alias -> names.put(alias, name));
            pacts.add(new Pact(name, Set.copyOf(row.get(1)), Set.copyOf(row.get(2))));
        }
    }

    /** The one of its names that all articles on it are filed under. */
    String named(String name) {
        return names.getOrDefault(name, name);
    }

    /** Whether the word is one of the names. */
    boolean isName(String word) {
        return names.containsKey(word);
    }

    /** The name of the agreement between these sides that such words describe; empty when none is, or more than one. */
    String described(Set<String> words, List<Pair> pairs) {
        String name = "";
        for (Pact pact : pacts) {
            if (pact.isBetween(pairs) && pact.words.stream().anyMatch(words::contains)) {
                if (!name.isEmpty()) {
                    return "";
                }
                name = pact.name;
            }
        }
        return name;
    }
}
