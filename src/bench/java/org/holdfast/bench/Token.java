package org.holdfast.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What a measured text carries: a mark, the post's number in its room, and when it was to be sent, in nanoseconds of this process. The
 * mark is long enough to be found by looking at every eighth byte.
 */
final class Token {
    static final byte MARK = '@';
    static final int MARKS = 8;
    static final int NUMBER = 10;
    static final int NANOS = 19;
    static final int LENGTH = MARKS + NUMBER + NANOS;

    private Token() {}

    /** A text of that many bytes, with zeros where {@link #write} puts the rest. */
    static String text(int bytes) {
        return "@".repeat(MARKS) + "0".repeat(NUMBER + NANOS) + "x".repeat(bytes - LENGTH);
    }

    static int find(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).indexOf("@".repeat(MARKS));
    }

    static void write(byte[] bytes, int at, long number, long nanos) {
        writeDigits(bytes, at + MARKS, NUMBER, number);
        writeDigits(bytes, at + MARKS + NUMBER, NANOS, nanos);
    }

    static long number(byte[] bytes, int at) {
        return digits(bytes, at + MARKS, NUMBER);
    }

    static long nanos(byte[] bytes, int at) {
        return digits(bytes, at + MARKS + NUMBER, NANOS);
    }

    static long digits(byte[] bytes, int from, int count) {
        long value = 0;
        for (int i = from; i < from + count; i++) value = value * 10 + bytes[i] - '0';
        return value;
    }

    static void writeDigits(byte[] bytes, int from, int count, long value) {
        long rest = value;
        for (int i = from + count - 1; i >= from; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static boolean isAt(byte[] bytes, int at, byte[] word) {
        return at + word.length <= bytes.length && Arrays.equals(bytes, at, at + word.length, word, 0, word.length);
    }
}
