package org.holdfast.message;

import org.holdfast.wire.Fields;

/** The text of a message: not only white space, no NUL (PostgreSQL can't store it). */
record MessageText(String text) {
    /** Of a message that is nothing but files. */
    static final MessageText NONE = new MessageText("");

    static MessageText of(String text, int mostLength) {
        if (text.length() > mostLength) throw Fields.bad("text", "must have at most " + mostLength + " characters");
        if (text.isBlank()) throw Fields.bad("text", "must not be empty");
        if (text.indexOf('\0') >= 0) throw Fields.bad("text", "must not have a NUL character");
        return new MessageText(text);
    }
}
