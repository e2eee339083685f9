package io.dyadwire.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A block of addresses such as {@code 10.0.0.0/8} or {@code fc00::/7} (RFC 4632, RFC 4291). */
record Network(InetAddress base, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads {@code address/bits}, or a bare address as a block of one. Never asks DNS. */
    static Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = literal(slash < 0 ? text : text.substring(0, slash));
        int width = base.getAddress().length * 8;
        int bits = slash < 0 ? width : number(text, text.substring(slash + 1));
        if (bits < 0 || bits > width) {
            throw new IllegalArgumentException("'" + text + "': the part after / must be 0 to " + width);
        }
        return new Network(base, bits);
    }

    boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] theirs = address.getAddress();
        if (mine.length != theirs.length) {
            return false;
        }
        int whole = bits / 8;
        if (Arrays.mismatch(mine, 0, whole, theirs, 0, whole) >= 0) {
            return false;
        }
        int rest = bits % 8;
        return rest == 0 || ((mine[whole] ^ theirs[whole]) & 0xff) >> (8 - rest) == 0;
    }

    static boolean isLiteral(String host) {
        return host.indexOf(':') >= 0 || DottedQuad.isCanonical(host);
    }

    static InetAddress literal(String text) {
        try {
            if (LITERAL.matcher(text).matches() && isLiteral(text)) {
                return InetAddress.getByName(text);
            }
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address", e);
        }
        throw new IllegalArgumentException("'" + text + "' is not an IP address");
    }

    private static int number(String whole, String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + whole + "': '" + digits + "' is not a number of bits", e);
        }
    }

    @Override
    public String toString() {
        return base.getHostAddress() + "/" + bits;
    }
}
