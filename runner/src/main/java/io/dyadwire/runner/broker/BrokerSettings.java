package io.dyadwire.runner.broker;

import io.dyadwire.contract.Check;
import java.nio.file.Path;

/**
 * Where the embedded broker keeps its data and listens.
 *
 * @param folder made when it is not there; one broker at a time
 * @param port on 127.0.0.1; 0 takes a free one
 */
public record BrokerSettings(Path folder, int port) {
    public BrokerSettings {
        Check.present("folder", folder);
        folder = folder.toAbsolutePath().normalize();
        Check.that(port >= 0 && port <= 65535, "port: " + port + " is not between 0 and 65535");
    }
}
