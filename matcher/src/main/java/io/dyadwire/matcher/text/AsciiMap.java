package io.dyadwire.matcher.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Which characters of a text are ASCII letters and digits and which are not ASCII at all, a bit a character: where the
 * next word begins and where it ends is then one look at 64 characters, without a branch a character. The bits are made
 * eight at a time, by arithmetic on the bytes of a long. Belongs to one cut.
 */
final class AsciiMap {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private static final long EACH = 0x0101010101010101L;
    private static final long TOP = 0x8080808080808080L;

    /** Multiplied by it, the lowest bits of eight bytes meet in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private static final long[] LOW = new long[WordMemo.LONGEST + 1];
    private static final long[] HIGH = new long[WordMemo.LONGEST + 1];

    static {
        for (int length = 0; length < LOW.length; length++) {
            LOW[length] = length < Long.BYTES ? (1L << (length * Byte.SIZE)) - 1 : -1;
            int rest = length - Long.BYTES;
            HIGH[length] = rest <= 0 ? 0 : rest < Long.BYTES ? (1L << (rest * Byte.SIZE)) - 1 : -1;
        }
    }

    private final int length;

    /** The text, what is not ASCII as 0x80, and zeros to read on into. */
    private final byte[] bytes;

    private final long[] words;
    private final long[] marked;

    /** Of {@code chars[0, length)}. */
    AsciiMap(char[] chars, int length) {
        this.length = length;
        bytes = new byte[length + 2 * Long.BYTES];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) Math.min(chars[i], 0x80);
        }
        words = new long[length / Long.SIZE + 2];
        marked = new long[words.length];
        for (int i = 0; i < length; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            long word = gather(lettersAndDigits(eight)) << i;
            words[i / Long.SIZE] |= word;
            marked[i / Long.SIZE] |= word | gather(eight & TOP) << i;
        }
    }

    /** The first ASCII letter or digit, or character that is not ASCII, from {@code i} on; the length if there is none. */
    int next(int i) {
        for (int at = i; at < length; at += Long.SIZE) {
            long here = window(marked, at);
            if (here != 0) {
                return at + Long.numberOfTrailingZeros(here);
            }
        }
        return length;
    }

    /** The end of the ASCII letters and digits from {@code i} on. */
    int end(int i) {
        for (int at = i; at < length; at += Long.SIZE) {
            long others = ~window(words, at);
            if (others != 0) {
                return at + Long.numberOfTrailingZeros(others);
            }
        }
        return length;
    }

    /** The first eight bytes of a word of at most {@link WordMemo#LONGEST}, zeros where it is shorter. */
    long low(int from, int to) {
        return (long) EIGHT.get(bytes, from) & LOW[to - from];
    }

    /** The rest of them. */
    long high(int from, int to) {
        return (long) EIGHT.get(bytes, from + Long.BYTES) & HIGH[to - from];
    }

    /** 64 bits from any one on. */
    private static long window(long[] bits, int i) {
        int at = i / Long.SIZE;
        return bits[at] >>> i | bits[at + 1] << 1 << ~i;
    }

    /** The top bit of each byte that is one. No sum carries into the next byte, as the top bits are left out. */
    private static long lettersAndDigits(long eight) {
        long low = eight & ~TOP;
        long small = low | 0x20 * EACH;
        long letters = (small + (0x80 - 'a') * EACH) & ~(small + (0x7F - 'z') * EACH);
        long digits = (low + (0x80 - '0') * EACH) & ~(low + (0x7F - '9') * EACH);
        return (letters | digits) & ~eight & TOP;
    }

    /** The top bits of eight bytes in one byte. */
    private static long gather(long tops) {
        return ((tops >>> 7) * GATHER) >>> (Long.SIZE - Byte.SIZE);
    }
}
