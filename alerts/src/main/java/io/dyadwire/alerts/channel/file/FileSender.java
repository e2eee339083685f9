package io.dyadwire.alerts.channel.file;

import io.dyadwire.alerts.channel.Attempt;
import io.dyadwire.alerts.channel.Sender;
import io.dyadwire.alerts.channel.Told;
import io.dyadwire.alerts.channel.http.JsonBody;
import io.dyadwire.alerts.channel.webhook.EventBody;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends one line a message, a CloudEvent in JSON; on the disk before it counts as delivered. The file is opened anew each
 * time, so that it may be moved away.
 */
public final class FileSender implements Sender {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    private final Path file;

    public FileSender(Path file) {
        this.file = file;
    }

    @Override
    public synchronized Attempt send(Told told) {
        byte[] line = (JsonBody.text(EventBody.of(told)) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (file.equals(STANDARD_OUTPUT)) {
                // Not closed: it belongs to the process.
                new FileOutputStream(FileDescriptor.out).write(line);
            } else {
                append(ByteBuffer.wrap(line));
            }
            return new Attempt.Delivered(line.length + " bytes written");
        } catch (IOException e) {
            return new Attempt.Failed("file " + file + ": " + e, null);
        }
    }

    private void append(ByteBuffer line) throws IOException {
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                out.write(line);
            }
            out.force(false);
        }
    }
}
