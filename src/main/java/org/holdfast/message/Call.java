package org.holdfast.message;

/**
 * Somebody is called in what a message says now.
 *
 * @param account or {@link #EVERYBODY}
 * @param told the sequence of the event that called them: the message, or an edit of it
 * @param at when that was
 * @param start where in the text, in UTF-16 units
 */
public record Call(long account, long told, long at, int start, int end) {
    public static final long EVERYBODY = Mention.ALL;
}
