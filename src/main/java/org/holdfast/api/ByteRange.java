package org.holdfast.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a content: RFC 9110, section 14, of one range.
 *
 * @param first the place of its first byte
 * @param length 0 or less: there is no such part
 */
record ByteRange(long first, long length, boolean isPart) {
    private static final Pattern FORM = Pattern.compile("bytes=([0-9]{1,18})?-([0-9]{1,18})?");

    static ByteRange whole(long size) {
        return new ByteRange(0, size, false);
    }

    /** Several parts, or what is none, count as if nothing was asked. */
    static ByteRange of(String header, long size) {
        Matcher asked = header == null ? null : FORM.matcher(header.strip());
        if (asked == null || !asked.matches()) return whole(size);
        if (asked.group(1) == null && asked.group(2) == null) return whole(size);
        return asked.group(1) == null ? last(number(asked.group(2)), size) : from(asked, size);
    }

    private static ByteRange last(long count, long size) {
        long length = Math.min(count, size);
        return new ByteRange(size - length, length, true);
    }

    private static ByteRange from(Matcher asked, long size) {
        long first = number(asked.group(1));
        long last = asked.group(2) == null ? size - 1 : Math.min(number(asked.group(2)), size - 1);
        boolean isBackwards = asked.group(2) != null && number(asked.group(2)) < first;
        return isBackwards ? whole(size) : new ByteRange(first, last - first + 1, true);
    }

    private static long number(String digits) {
        return Long.parseLong(digits);
    }

    boolean isThere() {
        return !isPart || length > 0;
    }

    String header(long size) {
        return "bytes " + first + "-" + (first + length - 1) + "/" + size;
    }
}
