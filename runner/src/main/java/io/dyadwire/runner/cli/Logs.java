package io.dyadwire.runner.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the log goes and how much of it: always stderr, text for people, or one JSON object a line with {@code
 * LOG_FORMAT=json} in the environment.
 */
public final class Logs {
    private static final String TEXT = "%d{HH:mm:ss} %-5level %msg %kvp%n%ex{short}";
    private static final String TEXT_VERBOSE = "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{36} %msg %kvp%n";

    /**
     * Libraries that tell more than a person wants to know. Clients repeat that no broker answers several times a
     * second; our services say it once, in their own words.
     */
    private static final Map<String, Level> QUIET = Map.ofEntries(
            Map.entry("org.apache.kafka", Level.ERROR),
            Map.entry("kafka", Level.ERROR),
            Map.entry("state.change.logger", Level.ERROR),
            // Tells of each batch that came out of turn, and is then sent again, as of a mishap.
            Map.entry("kafka.server.ReplicaManager", Level.OFF),
            // Tells of each store that is filled anew after a kill as of a mishap; real ones come out elsewhere.
            Map.entry("org.apache.kafka.streams.processor.internals.TaskManager", Level.OFF),
            // What an admin client cannot do it throws at whoever asked, who says so if it matters.
            Map.entry("org.apache.kafka.clients.admin", Level.OFF),
            Map.entry("org.apache.kafka.controller", Level.OFF),
            Map.entry("kafka.server.ControllerApis", Level.OFF),
            Map.entry("org.eclipse.jetty", Level.WARN),
            Map.entry("io.javalin", Level.WARN));

    private Logs() {}

    /** For commands that do one thing and end: only what is wrong. */
    public static void forTool(boolean verbose) {
        setUp(verbose ? Level.DEBUG : Level.WARN, verbose, System.getenv("LOG_FORMAT"));
    }

    /** For services: start, stop and configuration too. */
    public static void forService(boolean verbose) {
        setUp(verbose ? Level.DEBUG : Level.INFO, verbose, System.getenv("LOG_FORMAT"));
    }

    private static void setUp(Level ours, boolean verbose, String format) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        ConsoleAppender<ILoggingEvent> stderr = new ConsoleAppender<>();
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder("json".equalsIgnoreCase(format) ? json(context) : text(context, verbose));
        stderr.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr);
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(verbose ? Level.INFO : ours);
        context.getLogger("io.dyadwire").setLevel(ours);
        if (!verbose) {
            QUIET.forEach((name, level) -> context.getLogger(name).setLevel(level));
        }
    }

    private static Encoder<ILoggingEvent> text(LoggerContext context, boolean verbose) {
        PatternLayoutEncoder text = new PatternLayoutEncoder();
        text.setContext(context);
        text.setPattern(verbose ? TEXT_VERBOSE : TEXT);
        text.start();
        return text;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder json = new JsonEncoder();
        json.setContext(context);
        json.setWithSequenceNumber(false);
        json.setWithNanoseconds(false);
        json.setWithContext(false);
        json.setWithMarkers(false);
        json.setWithArguments(false);
        json.setWithMDC(false);
        json.setWithMessage(false);
        json.setWithFormattedMessage(true);
        json.start();
        return json;
    }
}
