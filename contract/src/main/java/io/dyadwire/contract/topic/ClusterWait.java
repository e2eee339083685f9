package io.dyadwire.contract.topic;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does what a service must do on a cluster before it starts, and waits for the cluster as long as that takes. */
public final class ClusterWait {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWait.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private ClusterWait() {}

    /** Something done once with an admin client; done again from its beginning when the cluster did not answer. */
    @FunctionalInterface
    public interface Step {
        void run(Admin admin) throws InterruptedException, ExecutionException;
    }

    /**
     * Returns when the step went through; tries every second and says so in the log. To break off, interrupt the thread.
     *
     * @param kafka client settings, {@code bootstrap.servers} at least
     * @throws ExecutionException when the cluster answered that it never will do this
     */
    public static void until(Map<String, Object> kafka, Step step) throws InterruptedException, ExecutionException {
        while (true) {
            try (Admin admin = Admin.create(kafka)) {
                step.run(admin);
                return;
            } catch (KafkaException e) {
                tell(kafka, e);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException)) {
                    throw e;
                }
                tell(kafka, e.getCause());
            }
            Thread.sleep(BETWEEN_TRIES);
        }
    }

    private static void tell(Map<String, Object> kafka, Throwable cause) {
        LOG.atWarn()
                .addKeyValue("kafka", kafka.get("bootstrap.servers"))
                .addKeyValue("reason", cause.getMessage())
                .log("Kafka does not answer, trying again");
    }
}
