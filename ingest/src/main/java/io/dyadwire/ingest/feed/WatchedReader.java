package io.dyadwire.ingest.feed;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.StringReader;

/** Hands text to a parser for as long as nobody has interrupted the reading: parsers themselves never look. */
final class WatchedReader extends StringReader {
    WatchedReader(String text) {
        super(text);
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("the time is up");
        }
        return super.read(into, from, length);
    }
}
