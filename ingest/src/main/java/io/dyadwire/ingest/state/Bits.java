package io.dyadwire.ingest.state;

import io.dyadwire.contract.Digest;
import java.util.HexFormat;

/** A digest as the 128 bits that it is, a third of the size of its 32 hexadecimal digits as text. */
record Bits(long high, long low) {
    private static final int DIGITS = 32;
    private static final HexFormat HEX = HexFormat.of();

    static boolean fit(String text) {
        return text.length() == DIGITS && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }

    /** Of a digest; of anything else, that of its digest, which is as good for telling whether two are equal. */
    static Bits of(String text) {
        String digest = fit(text) ? text : Digest.of(text);
        return new Bits(
                HexFormat.fromHexDigitsToLong(digest, 0, DIGITS / 2),
                HexFormat.fromHexDigitsToLong(digest, DIGITS / 2, DIGITS));
    }

    @Override
    public String toString() {
        return HEX.toHexDigits(high) + HEX.toHexDigits(low);
    }
}
