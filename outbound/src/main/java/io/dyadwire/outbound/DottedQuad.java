package io.dyadwire.outbound;

import java.util.regex.Pattern;

/**
 * Host names that other programs may read as numbers. {@code 127.1}, {@code 2130706433}, {@code 0x7f.1} and
 * {@code 0177.0.0.1} are addresses to some and names to others, so only the one form all agree on is let through:
 * four decimal numbers without leading zeros.
 */
final class DottedQuad {
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern CANONICAL = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0[xX][0-9a-fA-F]*");

    private DottedQuad() {}

    static boolean isCanonical(String host) {
        return CANONICAL.matcher(host).matches();
    }

    /** True when the last label is a number (the "ends in a number" test of the URL standard) in any other form. */
    static boolean isOddNumber(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return NUMBER.matcher(last).matches() && !isCanonical(host);
    }
}
