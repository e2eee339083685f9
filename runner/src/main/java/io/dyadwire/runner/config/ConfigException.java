package io.dyadwire.runner.config;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** A setting that cannot be used; the message names the file, the path of the key, the value and the rule. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }

    public ConfigException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Why a file cannot be read, in words. */
    static String why(IOException problem) {
        return switch (problem) {
            case NoSuchFileException absent -> "there is no such file";
            case AccessDeniedException denied -> "reading it is not allowed";
            default -> problem.getMessage() == null ? problem.toString() : problem.getMessage();
        };
    }
}
