package org.holdfast.poll;

import java.util.function.Consumer;
import org.holdfast.delivery.Connection;
import org.holdfast.delivery.Subscriber;
import org.holdfast.wire.CloseCode;
import org.holdfast.wire.Frames;
import org.holdfast.wire.JsonText;
import org.holdfast.wire.Text;

/**
 * One poll as a connection, a short one: it collects what it is sent and is over with its answer. Nothing is kept for the next: that names
 * the positions up to which this one was sent.
 */
final class Poll implements Connection {
    /**
     * How it is answered.
     *
     * @param atOnce whatever there is, be it nothing: a short poll
     * @param mostChars the length from which on an answer takes no more frames
     * @param afterMillis when to poll again
     */
    record Manner(boolean atOnce, int mostChars, long afterMillis) {}

    private final String name;
    private final Manner manner;

    /** Takes the answer; does not block. */
    private final Consumer<Poll> answered;

    private volatile Subscriber subscriber;

    // Guarded by this: it is answered by the pump, by its timeout or by a close, whoever comes first.
    private final StringBuilder frames = new StringBuilder();
    private int texts;
    private String cursor;
    private String told;
    private String answer;

    /**
     * @param cursor where the client is
     * @param told how far it was told who is here; null: it does not want to know
     */
    Poll(String name, Manner manner, String cursor, String told, Consumer<Poll> answered) {
        this.name = name;
        this.manner = manner;
        this.cursor = cursor;
        this.told = told;
        this.answered = answered;
    }

    void begin(Subscriber subscriber) {
        this.subscriber = subscriber;
    }

    Subscriber subscriber() {
        return subscriber;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void send(Text text, Consumer<Throwable> sent) {
        if (collect(text.toString())) answer();
        sent.accept(null);
    }

    /** @return whether it is as much as one answer takes */
    private synchronized boolean collect(String array) {
        if (frames.length() > 0) frames.append(',');
        frames.append(array, 1, array.length() - 1);
        moveTo(subscriber.cursor(Integer.MAX_VALUE));
        // Not the first, be it as long: after a welcome of many rooms alone the next poll would have to be welcomed
        // again.
        return ++texts > 1 && frames.length() >= manner.mostChars;
    }

    private void moveTo(String now) {
        // Empty: it sends its welcome, and has no positions yet.
        if (now.isEmpty()) return;
        cursor = now;
        if (told != null) told = subscriber.told();
    }

    /** Only now: a busy log must not be all that a poll ever answers with. */
    @Override
    public void idle() {
        if (isDue()) answer();
    }

    private synchronized boolean isDue() {
        moveTo(subscriber.cursor(Integer.MAX_VALUE));
        return manner.atOnce || frames.length() > 0;
    }

    @Override
    public boolean isLasting() {
        return false;
    }

    @Override
    public void close(CloseCode code) {
        String closed = Frames.frame("closed", "{\"code\":" + code.number() + ",\"name\":\"" + code.wireName() + "\"}");
        // What was collected is left out: the client is where it was, and is sent it again.
        if (end("[" + closed + "]")) answered.accept(this);
    }

    private void answer() {
        if (cut()) answered.accept(this);
    }

    /** Ends it with what there is. @return false: it was over already */
    synchronized boolean cut() {
        // A welcome without positions would be told again: better once, the next time.
        boolean hasCursor = !cursor.isEmpty();
        String next = Frames.frame(
                "next", "{\"cursor\":" + JsonText.quote(cursor) + told() + ",\"after\":" + manner.afterMillis + "}");
        return end("[" + (hasCursor && frames.length() > 0 ? frames + "," : "") + next + "]");
    }

    private String told() {
        return told == null ? "" : ",\"told\":" + JsonText.quote(told);
    }

    private synchronized boolean end(String whole) {
        if (answer != null) return false;
        answer = whole;
        return true;
    }

    /** The JSON array that it is answered with; null: it is not over. */
    synchronized String text() {
        return answer;
    }
}
