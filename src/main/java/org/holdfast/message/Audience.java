package org.holdfast.message;

import java.util.List;
import java.util.function.LongPredicate;
import org.holdfast.account.Account;
import org.holdfast.room.Access;
import org.holdfast.room.RoomPeople;
import org.holdfast.room.RoomPermission;
import org.jdbi.v3.core.Handle;

/**
 * Finds who is called in a text.
 *
 * @param most in rooms of more people only those who moderate them call all at once; 0: everybody does
 * @param isOnline whether an account is here now
 */
record Audience(int most, LongPredicate isOnline, Access access) {
    List<Mention> calledIn(Handle transaction, Account by, long room, String text) {
        if (!Mentions.mayBeIn(text)) return List.of();
        LongPredicate isHere = other -> other != by.id() && isOnline.test(other);
        return new Mentions(text, mayCallAll(transaction, by, room), isHere).of(transaction, room);
    }

    /** The same where all who are here were called already, whoever they were: who came since is not. */
    Audience after(List<String> texts) {
        boolean wereCalled = texts.stream().anyMatch(text -> new Mentions(text, true, isOnline).haveHere());
        return wereCalled ? new Audience(most, account -> false, access) : this;
    }

    /** In a room of very many that is for those who moderate it. */
    private boolean mayCallAll(Handle transaction, Account by, long room) {
        return most == 0
                || RoomPeople.count(transaction, room) <= most
                || access.may(transaction, by, room, RoomPermission.MODERATE);
    }
}
