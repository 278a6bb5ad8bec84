package org.holdfast.wire;

/** The text of the frames that a server sends and that are not events. */
public final class Frames {
    private Frames() {}

    public static String frame(String type, String data) {
        return "{\"type\":\"" + type + "\",\"data\":" + data + "}";
    }

    public static String ack(String id, long room, long sequence, long at) {
        return frame(
                "ack",
                "{\"id\":" + JsonText.quote(id) + ",\"room\":" + room + ",\"sequence\":" + sequence + ",\"at\":" + at
                        + "}");
    }

    /** @param id the client message id; null: the refused command had none */
    public static String refused(String id, Refusal refusal) {
        return frame("refused", refusal.json(id));
    }

    /** @param n what the ping carried; negative: nothing */
    public static String pong(long n, long now) {
        return frame("pong", "{" + (n < 0 ? "" : "\"n\":" + n + ",") + "\"now\":" + now + "}");
    }

    /** @param after when to come back, in milliseconds from the close */
    public static String bye(long after) {
        return frame("bye", "{\"why\":\"restart\",\"after\":" + after + "}");
    }
}
