package org.holdfast.demo;

import org.holdfast.account.Account;

/**
 * One message, before it is posted.
 *
 * @param reply what it answers; 0: nothing
 */
record Said(Talk talk, Place place, Account by, Line line, String text, long reply) {
    /** With two neighbours changed about, as one types in a hurry. */
    String mistyped() {
        int at = text.length() / 2;
        boolean isWhole = text.codePoints().noneMatch(Character::isSupplementaryCodePoint);
        return text.length() < 4 || !isWhole
                ? text
                : text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
    }
}
