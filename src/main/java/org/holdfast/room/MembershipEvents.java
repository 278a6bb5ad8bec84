package org.holdfast.room;

import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.wire.JsonText;

/** A membership changes in two logs: the room's, for its members, and the account's, for its devices. */
final class MembershipEvents {
    private MembershipEvents() {}

    static Draft joined(long room, Account account) {
        return new Draft(room, "joined", account.author(), null, who(account));
    }

    static Draft left(long room, Account account) {
        return new Draft(room, "left", account.author(), null, who(account));
    }

    static Draft roomJoined(long room, Account account) {
        return new Draft(account.log(), "room-joined", account.author(), null, "{\"room\":" + room + "}");
    }

    static Draft roomLeft(long room, Account account) {
        return new Draft(account.log(), "room-left", account.author(), null, "{\"room\":" + room + "}");
    }

    private static String who(Account account) {
        return "{\"account\":{\"id\":" + account.id() + ",\"name\":" + JsonText.quote(account.displayName()) + "}}";
    }
}
