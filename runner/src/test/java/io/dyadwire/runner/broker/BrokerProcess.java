package io.dyadwire.runner.broker;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A broker in a process of its own, to be killed. */
final class BrokerProcess {
    private BrokerProcess() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The one line that it prints once it runs. */
    static String bootstrapServers(Process process) throws IOException {
        try (BufferedReader output = process.inputReader()) {
            return output.lines()
                    .filter(line -> line.startsWith("running "))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the broker process ended"))
                    .substring("running ".length());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(Path.of(args[0]), 0));
        System.out.println("running " + broker.bootstrapServers());
        new CountDownLatch(1).await();
    }
}
