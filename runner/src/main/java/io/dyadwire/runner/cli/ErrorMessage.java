package io.dyadwire.runner.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** An exception in one sentence for the person at the command line. */
final class ErrorMessage {
    private ErrorMessage() {}

    /** What to print; the stack trace is for {@code --verbose}. */
    static String of(Throwable problem) {
        return switch (problem) {
            case RuntimeException said when isOurs(said) -> said.getMessage();
            case UncheckedIOException wrapped -> of(wrapped.getCause());
            case NoSuchFileException file -> file.getFile() + ": there is no such file";
            case AccessDeniedException file -> file.getFile() + ": reading or writing it is not allowed";
            case IOException io -> name(io) + ": " + io.getMessage();
            // What our own constructors refuse; their messages name the field, the value and the rule.
            case IllegalArgumentException rule when rule.getMessage() != null -> rule.getMessage();
            case IllegalStateException rule when rule.getMessage() != null -> rule.getMessage();
            default ->
                "unexpected " + name(problem) + ": " + problem.getMessage()
                        + "; --verbose shows where. Please report it";
        };
    }

    /** The exceptions of our own modules say what a person needs to know. */
    private static boolean isOurs(RuntimeException problem) {
        return problem.getClass().getName().startsWith("io.dyadwire.") && problem.getMessage() != null;
    }

    private static String name(Throwable problem) {
        return problem.getClass().getSimpleName();
    }
}
