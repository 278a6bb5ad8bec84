package org.holdfast.room;

import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.wire.JsonText;

/** A membership changes in two logs: the room's, for its members, and the account's, for its devices. The author is who did it. */
final class MembershipEvents {
    private MembershipEvents() {}

    static Draft created(long room, Account by, RoomDraft draft) {
        String body = "{\"name\":" + JsonText.quote(draft.name().text()) + ",\"topic\":" + JsonText.quote(draft.topic())
                + ",\"kind\":\"" + draft.kind().wireName() + "\"}";
        return new Draft(room, "created", by.author(), null, body);
    }

    static Draft createdDirect(long room, Account by) {
        return new Draft(room, "created", by.author(), null, "{\"name\":\"\",\"topic\":\"\",\"kind\":\"direct\"}");
    }

    static Draft joined(long room, Account by, Account who, RoomRole role) {
        return new Draft(room, "joined", by.author(), null, "{" + who(who) + role(role) + "}");
    }

    static Draft left(long room, Account by, Account who) {
        return new Draft(room, "left", by.author(), null, "{" + who(who) + "}");
    }

    static Draft became(long room, Account by, Account who, RoomRole role) {
        return new Draft(room, "role", by.author(), null, "{" + who(who) + role(role) + "}");
    }

    static Draft roomJoined(long room, Account by, Account who) {
        return new Draft(who.log(), "room-joined", by.author(), null, "{\"room\":" + room + "}");
    }

    static Draft roomLeft(long room, Account by, Account who) {
        return new Draft(who.log(), "room-left", by.author(), null, "{\"room\":" + room + "}");
    }

    private static String who(Account account) {
        return "\"account\":{\"id\":" + account.id() + ",\"name\":" + JsonText.quote(account.displayName()) + "}";
    }

    private static String role(RoomRole role) {
        return ",\"role\":\"" + role.wireName() + "\"";
    }
}
