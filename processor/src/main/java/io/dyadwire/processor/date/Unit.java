package io.dyadwire.processor.date;

/** Lengths of time, in the order that words.txt numbers them; HALF and SEASON are lengths that only a date has. */
enum Unit {
    SECOND("T", "S"),
    MINUTE("T", "M"),
    HOUR("T", "H"),
    DAY("", "D"),
    WEEK("", "W"),
    FORTNIGHT("", "W"),
    WEEKEND("", "D"),
    MONTH("", "M"),
    QUARTER("", "Q"),
    YEAR("", "Y"),
    DECADE("", "Y"),
    CENTURY("", "Y"),
    HALF("", "Y"),
    SEASON("", "M");

    private static final Unit[] ALL = values();
    private final String prefix;
    private final String letter;

    Unit(String prefix, String letter) {
        this.prefix = prefix;
        this.letter = letter;
    }

    static Unit of(int number) {
        return ALL[Math.floorMod(number, ALL.length)];
    }

    boolean shorterThanADay() {
        return this == SECOND || this == MINUTE || this == HOUR;
    }

    /** The TIMEX3 duration of so many: {@code P3D}, {@code PT30M}, {@code P2.5Y}. */
    String duration(double amount) {
        double counted =
                switch (this) {
                    case FORTNIGHT, WEEKEND -> amount * 2;
                    case DECADE -> amount * 10;
                    case CENTURY -> amount * 100;
                    default -> amount;
                };
        String number = counted == Math.rint(counted) ? Long.toString((long) counted) : Double.toString(counted);
        return "P" + prefix + number + letter;
    }

    /** The TIMEX3 duration of an unknown number: {@code PXD}. */
    String someDuration() {
        return switch (this) {
            case DECADE -> "PXDE";
            case CENTURY -> "PXCE";
            default -> "P" + prefix + "X" + letter;
        };
    }
}
