package org.holdfast.log;

import java.util.regex.Pattern;

/**
 * An event that waits to be written.
 *
 * @param clientMessageId makes a resend harmless: the same id of the same author is written once for ever; null: none
 * @param body a JSON object
 */
public record Draft(long log, String type, Author author, String clientMessageId, String body) {
    /** Whom the server found in a text. Sent again it may find others: it is not what was sent. In a text its quotes would be escaped. */
    private static final Pattern FOUND = Pattern.compile(",\"mentions\":\\[[0-9,\\[\\]]*\\]\\}$");

    Event at(long sequence, long now) {
        return new Event(log, sequence, type, now, author, clientMessageId, body);
    }

    /** Whether the event is this draft, written earlier; of one whose content was taken away nobody can tell any more. */
    boolean isWrittenAs(Event event) {
        return log == event.log()
                && type.equals(event.type())
                && author.id() == event.author().id()
                && (sent(body).equals(sent(event.body())) || event.isRedacted());
    }

    private static String sent(String body) {
        return FOUND.matcher(body).replaceFirst("}");
    }
}
