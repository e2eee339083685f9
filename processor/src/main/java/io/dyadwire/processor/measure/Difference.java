package io.dyadwire.processor.measure;

import java.util.List;

/** Where the tags of one article and its labels part; in alphabetical order, never both empty. */
public record Difference(Label label, List<String> wrong, List<String> missed) {
    public Difference {
        wrong = List.copyOf(wrong);
        missed = List.copyOf(missed);
    }
}
