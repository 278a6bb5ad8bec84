package org.holdfast.room;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.holdfast.account.Account;
import org.holdfast.account.Accounts;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.EventStore;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** A room for a set of people, unless they have one. */
record DirectOpening(Account by, Set<Long> people, Access access, Memberships memberships) implements Write {
    @Override
    public boolean isAlone() {
        return true;
    }

    /** What the set is found again by. */
    String key() {
        return new TreeSet<>(people).stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        access.check(transaction, by, SitePermission.OPEN_DIRECT);
        if (DirectRooms.find(transaction, key()).isPresent()) return List.of();
        List<Account> accounts = new TreeSet<>(people)
                .stream()
                        .map(id -> Accounts.find(transaction, id).orElseThrow(People::notFound))
                        .toList();
        memberships.checkOpened(transaction, by.id());
        long log = insert(transaction);
        List<Draft> drafts = new ArrayList<>(List.of(MembershipEvents.createdDirect(log, by)));
        for (Account account : accounts) {
            Memberships.insert(transaction, log, account.id(), RoomRole.MEMBER);
            drafts.add(MembershipEvents.joined(log, by, account, RoomRole.MEMBER));
            drafts.add(MembershipEvents.roomJoined(log, by, account));
        }
        return drafts;
    }

    private long insert(Handle transaction) {
        long log = EventStore.create(transaction);
        transaction.execute(
                "INSERT INTO room (log, kind, name, topic, people, created_at, created_by)"
                        + " VALUES (?, ?, '', '', ?, ?, ?)",
                log,
                RoomKind.DIRECT.wireName(),
                key(),
                System.currentTimeMillis(),
                by.id());
        return log;
    }

    @Override
    public void committed(List<Event> events) {
        if (!events.isEmpty())
            people.forEach(person -> memberships.joined(events.get(0).log(), person, RoomRole.MEMBER));
    }
}
