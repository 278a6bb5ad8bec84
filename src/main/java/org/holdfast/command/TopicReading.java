package org.holdfast.command;

import org.holdfast.account.Login;
import org.holdfast.delivery.Cursor;
import org.holdfast.delivery.Start;
import org.holdfast.log.RoomLog;
import org.holdfast.stream.Credentials;
import org.holdfast.stream.Topic;

/**
 * Somebody is about to read a topic.
 *
 * @param reader as whom
 * @param start where; looked up once, so that whoever asks again is told the same
 */
public record TopicReading(Topic topic, Credentials shown, Login reader, Start start) {
    public RoomLog log() {
        return start.log();
    }

    /** Where the reader is. */
    public String cursor() {
        return Cursor.of(log().id(), start.position(), log().epoch());
    }
}
