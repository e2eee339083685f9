package io.dyadwire.ingest.feed;

import java.nio.charset.Charset;

/** References such as number 146, which name a Windows byte where Unicode has a control (HTML standard, §13.2.5.80). */
final class Windows1252 {
    private static final Charset CHARSET = Charset.forName("windows-1252");

    private Windows1252() {}

    static int meant(int code) {
        return new String(new byte[] {(byte) code}, CHARSET).codePointAt(0);
    }
}
