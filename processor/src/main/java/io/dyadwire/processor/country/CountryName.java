package io.dyadwire.processor.country;

import io.dyadwire.contract.tag.MentionKind;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * One reading of a name: the country it calls and how.
 *
 * @param from the first day on which it does, {@link LocalDate#MIN} when always; leaders have terms
 * @param to the last such day, {@link LocalDate#MAX} when still
 */
record CountryName(String code, MentionKind kind, Set<NameFlag> flags, LocalDate from, LocalDate to) {
    /** News calls people by an office before they have it, and long after. */
    private static final int DAYS_BEFORE = 90;

    private static final int DAYS_AFTER = 730;

    CountryName {
        var own = EnumSet.noneOf(NameFlag.class); // asked for every name found: a bit is quicker than a hash
        own.addAll(flags);
        flags = Collections.unmodifiableSet(own);
    }

    static CountryName always(String code, MentionKind kind, Set<NameFlag> flags) {
        return new CountryName(code, kind, flags, LocalDate.MIN, LocalDate.MAX);
    }

    boolean has(NameFlag flag) {
        return flags.contains(flag);
    }

    boolean heldOn(LocalDate day) {
        return (from.equals(LocalDate.MIN) || !day.isBefore(from.minusDays(DAYS_BEFORE)))
                && (to.equals(LocalDate.MAX) || !day.isAfter(to.plusDays(DAYS_AFTER)));
    }
}
