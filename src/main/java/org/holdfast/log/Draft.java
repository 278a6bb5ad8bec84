package org.holdfast.log;

/**
 * An event that waits to be written.
 *
 * @param clientMessageId makes a resend harmless: the same id of the same author is written once for ever; null: none
 * @param body a JSON object
 */
public record Draft(long log, String type, Author author, String clientMessageId, String body) {
    Event at(long sequence, long now) {
        return new Event(log, sequence, type, now, author, clientMessageId, body);
    }

    /** Whether the event is this draft, written earlier; of one whose content was taken away nobody can tell any more. */
    boolean isWrittenAs(Event event) {
        return log == event.log()
                && type.equals(event.type())
                && author.id() == event.author().id()
                && (body.equals(event.body()) || event.isRedacted());
    }
}
