package org.holdfast.lab;

import jakarta.json.JsonArray;

/** One connection, by whatever transport; once left or ended it is never heard of again. */
interface Line {
    /** Seen when a line broke without a code. */
    int ABNORMAL = 1006;

    /** Who hears what happens on a line. */
    interface Ear {
        void opened(Line line);

        void heard(Line line, JsonArray frames);

        void malformed(Line line, String why);

        void ended(Line line, int code);
    }

    /** Sends a frame after everything sent before; a failure is seen as the end of the line. */
    void send(String frame);

    /** Leaves with a close code, without waiting for the other side: it may be long gone. */
    void leave(int code);
}
