package org.holdfast.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.wire.Fields;

/**
 * Positions as one word that fits into a URL and an event's id: {@code log.sequence.epoch}, joined by {@code _}. Not signed: whoever makes
 * one up names positions, as a hello does, and those of logs that the account may not read are ignored.
 */
public final class Cursor {
    private static final Pattern POINT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,15})\\.([A-Za-z0-9-]{1,64})");

    private Cursor() {}

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static Map<Long, ResumePoint> read(String cursor) {
        Map<Long, ResumePoint> positions = new HashMap<>();
        if (cursor.isEmpty()) return positions;
        for (String text : cursor.split("_", -1)) {
            Matcher point = POINT.matcher(text);
            if (!point.matches()) throw Fields.bad("cursor", "must be one that the server gave");
            positions.put(
                    Long.valueOf(point.group(1)), new ResumePoint(point.group(3), Long.parseLong(point.group(2))));
        }
        return positions;
    }

    public static String of(Map<Long, ResumePoint> positions) {
        return positions.entrySet().stream()
                .map(point -> point.getKey() + "." + point.getValue().sequence() + "."
                        + point.getValue().epoch())
                .collect(Collectors.joining("_"));
    }

    public static String of(long log, long sequence, String epoch) {
        return log + "." + sequence + "." + epoch;
    }

    /** @return null: it would be longer than {@code most} */
    static String of(List<Followed> logs, int most) {
        StringBuilder cursor = new StringBuilder(64);
        for (Followed log : logs) {
            if (!log.isInCursor()) continue;
            if (cursor.length() > 0) cursor.append('_');
            cursor.append(log.log().id()).append('.').append(log.position());
            cursor.append('.').append(log.log().epoch());
            if (cursor.length() > most) return null;
        }
        return cursor.toString();
    }
}
