package io.dyadwire.runner.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.dyadwire.contract.Check;
import java.util.List;
import java.util.Locale;

/** A publisher of the newsroom and the format of its feed. */
record Publication(String id, String title, Format format, Text text, List<Story> stories) {
    /** Of the feed. */
    enum Format {
        RSS2,
        RSS1,
        ATOM;

        @JsonCreator
        static Format of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether the feed's items hold the whole article or its first paragraph. */
    enum Text {
        FULL,
        SUMMARY;

        @JsonCreator
        static Text of(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }

    Publication {
        Check.text("id", id);
        Check.text("title", title);
        Check.present("format", format);
        text = text == null ? Text.FULL : text;
        stories = List.copyOf(Check.notEmpty("stories", stories));
    }
}
