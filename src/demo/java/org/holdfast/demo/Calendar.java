package org.holdfast.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The moments of a year in which people talk: every five minutes of the working days, and the last hour. */
final class Calendar {
    private static final int DAYS = 365;
    private static final int MOMENTS_A_DAY = 108;
    private static final long MOMENT_MILLIS = 300_000;
    private static final long LAST_MOMENTS = 12;
    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private Calendar() {}

    static List<Long> until(long now) {
        List<Long> moments = new ArrayList<>();
        long last = now - LAST_MOMENTS * MOMENT_MILLIS;
        LocalDate today = LocalDate.ofInstant(Instant.ofEpochMilli(now), ZoneOffset.UTC);
        for (int back = DAYS; back >= 0; back--) day(today.minusDays(back), last, moments);
        for (long n = 1; n < LAST_MOMENTS; n++) moments.add(last + n * MOMENT_MILLIS);
        return moments;
    }

    private static void day(LocalDate day, long last, List<Long> moments) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) return;
        long morning =
                day.atTime(MORNING).atZone(ZoneId.systemDefault()).toInstant().toEpochMilli();
        for (int n = 0; n < MOMENTS_A_DAY && morning + n * MOMENT_MILLIS < last; n++)
            moments.add(morning + n * MOMENT_MILLIS);
    }
}
