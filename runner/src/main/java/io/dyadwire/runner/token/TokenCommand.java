package io.dyadwire.runner.token;

import io.dyadwire.alerts.access.Caller;
import io.dyadwire.alerts.access.Scope;
import io.dyadwire.alerts.access.Token;
import io.dyadwire.contract.rule.DeskId;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dyadwire token}. */
@Command(
        name = "token",
        description = {"Let somebody ask the API of the alerts service."},
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples%n",
        footer = {
            "  dyadwire token new night-desk --scope alerts:write,rules:read --desk asia",
            "  dyadwire token new ops --scope admin >> /run/secrets/dyadwire-tokens"
        })
public final class TokenCommand implements Runnable {
    /** For the help. */
    static final class Scopes implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Scope.values()).map(Scope::word).iterator();
        }
    }

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
        throw new ParameterException(spec.commandLine(), "say what to do with the tokens");
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = {
                "Make a token: it is shown once, on standard error.",
                "On standard output stands its line for the file that alerts.http.tokensFile names; from that nobody learns the token.",
                "It counts once the alerts service was started again."
            })
    int make(
            @Parameters(paramLabel = "NAME", description = "Stands beside what is changed with it.") String name,
            @Option(
                            names = "--scope",
                            paramLabel = "SCOPE",
                            required = true,
                            split = ",",
                            completionCandidates = Scopes.class,
                            description = "What it is for: ${COMPLETION-CANDIDATES}.")
                    List<String> scopes,
            @Option(
                            names = "--desk",
                            paramLabel = "DESK",
                            split = ",",
                            description = "Which desks it is for; all when left out.")
                    @Nullable
                    List<String> desks) {
        String secret = Token.secret(new SecureRandom());
        Token token = Token.of(caller(name, scopes, desks == null ? List.of() : desks), secret);
        PrintWriter err = spec.commandLine().getErr();
        err.println("the token, which is not shown again: " + secret);
        err.flush();
        spec.commandLine().getOut().println(token.line());
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Caller caller(String name, List<String> scopes, List<String> desks) {
        try {
            return new Caller(
                    name,
                    scopes.stream().map(Scope::of).collect(Collectors.toCollection(LinkedHashSet::new)),
                    desks.stream().map(DeskId::new).collect(Collectors.toSet()));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
