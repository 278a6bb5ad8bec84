package org.holdfast.delivery;

import org.holdfast.account.Account;
import org.holdfast.wire.JsonText;

/**
 * A live connection, as administrators are shown it.
 *
 * @param transport {@code websocket}, {@code sse}, {@code poll}
 * @param openFor in milliseconds, as the others
 * @param roundTrip less than 0: not known
 */
public record ListedConnection(
        String id, Account account, String transport, Purpose purpose, long openFor, long heardAgo, long roundTrip) {

    static ListedConnection of(String node, Subscriber subscriber, long now) {
        String name = subscriber.connection().name();
        return new ListedConnection(
                node + "-" + subscriber.order(),
                subscriber.login().account(),
                name.substring(0, name.indexOf('-')),
                subscriber.purpose(),
                Math.max(0, now - subscriber.openedAt()),
                Math.max(0, now - subscriber.signs().heardAt()),
                roundTrip(subscriber));
    }

    /** What its peer says is believed where nothing was measured here. */
    private static long roundTrip(Subscriber subscriber) {
        long measured = subscriber.connection().roundTrip();
        return measured < 0 ? subscriber.signs().roundTrip() : measured;
    }

    public String json() {
        return "{\"id\":\"" + id + "\"" + user() + "," + state() + ",\"purpose\":\"" + purpose.wireName()
                + "\",\"openFor\":" + openFor + (roundTrip < 0 ? "" : ",\"roundTrip\":" + roundTrip) + "}";
    }

    /** As its own person is shown it. */
    public String ownJson() {
        return "{" + state() + "}";
    }

    private String state() {
        return "\"transport\":\"" + transport + "\",\"heardAgo\":" + heardAgo;
    }

    /** Nobody, where a stream is for everybody. */
    private String user() {
        if (account.id() == 0) return "";
        return ",\"user\":{\"id\":" + account.id() + ",\"name\":" + JsonText.quote(account.name()) + ",\"displayName\":"
                + JsonText.quote(account.displayName()) + "}";
    }
}
