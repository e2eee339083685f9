package io.dyadwire.processor.date;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Days of calendars that go by the moon, from ICU. Those of the Islamic calendar are reckoned (Umm al-Qura), not sighted:
 * a country may keep them a day earlier or later.
 */
final class LunarDates {
    private static final List<String> CALENDARS = List.of("chinese", "dangi", "islamic-umalqura", "hebrew", "persian");
    private static final long DAY_MILLIS = 86_400_000L;

    private LunarDates() {}

    /** The number of a calendar by its name in CLDR. */
    static int number(String name) {
        int number = CALENDARS.indexOf(name);
        if (number < 0) {
            throw new IllegalArgumentException("holidays: no calendar '" + name + "' (known: " + CALENDARS + ")");
        }
        return number;
    }

    /**
     * The first such day within a year of ours.
     *
     * @param month from 1, as the calendar counts them from its new year
     * @param day of the month; 0 is the last of the month before
     */
    static LocalDate in(int year, int calendar, int month, int day) {
        Calendar dates = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("en@calendar=" + CALENDARS.get(calendar)));
        dates.setTimeInMillis(LocalDate.of(year, 1, 1)
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli());
        int its = dates.get(Calendar.EXTENDED_YEAR);
        LocalDate found = LocalDate.of(year, 1, 1);
        for (int next = its; next <= its + 1; next++) {
            dates.clear();
            dates.set(Calendar.EXTENDED_YEAR, next);
            dates.set(Calendar.MONTH, month - 1);
            dates.set(Calendar.DAY_OF_MONTH, day);
            found = LocalDate.ofEpochDay(Math.floorDiv(dates.getTimeInMillis(), DAY_MILLIS));
            if (found.getYear() == year) {
                return found;
            }
        }
        return found;
    }
}
