package org.holdfast.room;

import org.holdfast.wire.JsonText;
import org.holdfast.wire.Name;

/**
 * What may be changed of a room that is there.
 *
 * @param name null: it stays
 * @param topic null: it stays
 * @param archived null: it stays
 * @param receipts whether its members see who has read; null: it stays
 */
public record RoomSettings(Name name, String topic, Boolean archived, Boolean receipts) {
    /** Of these, those that a room has not yet. */
    RoomSettings without(RoomSettings now) {
        return new RoomSettings(
                name == null || name.text().equals(now.name.text()) ? null : name,
                topic == null || topic.equals(now.topic) ? null : topic,
                archived == null || archived.equals(now.archived) ? null : archived,
                receipts == null || receipts.equals(now.receipts) ? null : receipts);
    }

    boolean isEmpty() {
        return name == null && topic == null && archived == null && receipts == null;
    }

    /** The body of the event that says so. */
    String json() {
        StringBuilder json = new StringBuilder();
        if (name != null) json.append(",\"name\":").append(JsonText.quote(name.text()));
        if (topic != null) json.append(",\"topic\":").append(JsonText.quote(topic));
        if (archived != null) json.append(",\"archived\":").append(archived);
        if (receipts != null) json.append(",\"receipts\":").append(receipts);
        return "{" + json.substring(1) + "}";
    }
}
