package io.dyadwire.matcher.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Which characters of a text are ASCII letters and digits and which are not ASCII at all, a bit a character: where the
 * next word begins and where it ends is then one look at 64 characters, without a branch a character. The bits are made
 * eight at a time, by arithmetic on the bytes of a long. Belongs to one thread, for one text after the other.
 */
final class AsciiMap {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN)
            .withInvokeExactBehavior();

    private static final long EACH = 0x0101010101010101L;
    private static final long TOP = 0x8080808080808080L;

    /** Multiplied by it, the lowest bits of eight bytes meet in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    private int length;

    /** The text, what is not ASCII as 0x80, and zeros to read on into. */
    private byte[] bytes = new byte[0];

    private long[] words = new long[0];
    private long[] marked = new long[0];

    /** Reads {@code chars[0, length)}; what was read before is over. */
    void read(char[] chars, int count) {
        length = count;
        int blocks = count / Long.SIZE + 2;
        if (blocks > words.length) {
            bytes = new byte[blocks * Long.SIZE];
            words = new long[blocks];
            marked = new long[blocks];
        }
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) Math.min(chars[i], 0x80);
        }
        Arrays.fill(bytes, count, blocks * Long.SIZE, (byte) 0);
        for (int block = 0; block < blocks; block++) {
            readBlock(block);
        }
    }

    private void readBlock(int block) {
        long inWords = 0;
        long foreign = 0;
        for (int i = 0; i < Long.SIZE; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, block * Long.SIZE + i);
            inWords |= gather(lettersAndDigits(eight)) << i;
            foreign |= gather(eight & TOP) << i;
        }
        words[block] = inWords;
        marked[block] = inWords | foreign;
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

    /** Up to eight characters as bytes of a long, zeros where there are fewer. */
    long packed(int from, int to) {
        return (long) EIGHT.get(bytes, from) & (-1L >>> -((to - from) * Byte.SIZE));
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
