package io.dyadwire.runner.cli;

/**
 * A command cannot do what it was asked, for a reason outside the program. The message is the whole of what a person
 * reads: what is wrong, where, and what to do.
 */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }

    public CommandException(String message, Throwable cause) {
        super(message, cause);
    }
}
