package org.holdfast.log;

import java.security.SecureRandom;

/** Names for a log's numbering: 12 random letters and digits. */
final class Epoch {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Epoch() {}

    static String next() {
        StringBuilder name = new StringBuilder(LENGTH);
        RANDOM.ints(LENGTH, 0, LETTERS.length()).forEach(index -> name.append(LETTERS.charAt(index)));
        return name.toString();
    }
}
