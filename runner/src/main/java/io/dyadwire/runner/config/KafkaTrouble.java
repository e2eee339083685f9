package io.dyadwire.runner.config;

import io.dyadwire.runner.cli.CommandException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What Kafka's clients throw, in words for the person who gave the address. */
public final class KafkaTrouble {
    private KafkaTrouble() {}

    /** The exception to throw for this one. */
    public static CommandException with(String bootstrapServers, Throwable problem) {
        Throwable cause =
                problem instanceof ExecutionException && problem.getCause() != null ? problem.getCause() : problem;
        String words =
                switch (cause) {
                    case TimeoutException silent -> " does not answer: does it run, and is this its address?";
                    case AuthenticationException stranger ->
                        " does not let us in (" + stranger.getMessage()
                                + "): look at kafka.properties and KAFKA_SASL_*";
                    case AuthorizationException forbidden -> " does not allow it: " + forbidden.getMessage();
                    default -> " cannot do it: " + cause.getMessage();
                };
        return new CommandException("Kafka at " + bootstrapServers + words, problem);
    }
}
