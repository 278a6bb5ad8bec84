package org.holdfast.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Account;
import org.holdfast.account.GroupsSeen;
import org.holdfast.log.LogWriter;
import org.holdfast.log.Write;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** Brings people into the rooms of their groups, and takes them out again when the group is gone: setting {@code holdfast.groups.rooms}. */
@ApplicationScoped
public class GroupRooms {
    private static final Logger LOG = System.getLogger(GroupRooms.class.getName());
    private static final long LIMIT_SECONDS = 20;

    private final List<GroupRoom> mapped;
    private final LogWriter writer;
    private final Access access;
    private final Memberships memberships;
    private final GroupMemberships marked;

    @Inject
    public GroupRooms(Settings settings, Jdbi jdbi, LogWriter writer, Access access, Memberships memberships) {
        this.mapped =
                settings.list(Setting.GROUPS_ROOMS).stream().map(GroupRoom::of).toList();
        this.writer = writer;
        this.access = access;
        this.memberships = memberships;
        this.marked = new GroupMemberships(jdbi);
    }

    /** For the container's proxy. */
    protected GroupRooms() {
        mapped = null;
        writer = null;
        access = null;
        memberships = null;
        marked = null;
    }

    void seen(@Observes GroupsSeen seen) {
        Account account = seen.account();
        Set<Long> wanted = wanted(seen.groups());
        Set<Long> isIn = memberships.roomsOf(account.id()).keySet();
        for (long room : marked.of(account.id()))
            if (!wanted.contains(room)) write(leaving(account, room), account, room);
        for (long room : wanted)
            if (!isIn.contains(room)) write(new Joining(account, room, memberships), account, room);
    }

    private Leaving leaving(Account account, long room) {
        return new Leaving(account, account.id(), room, access, memberships);
    }

    private Set<Long> wanted(Set<String> groups) {
        Set<Long> rooms = new HashSet<>();
        for (GroupRoom each : mapped)
            if (groups.contains(each.group())) room(each.room()).ifPresent(rooms::add);
        return rooms;
    }

    private Optional<Long> room(String named) {
        Optional<Long> found = marked.room(named);
        if (found.isEmpty()) LOG.log(Level.WARNING, "There is no room " + named + " (holdfast.groups.rooms)");
        return found;
    }

    /** Waited for, so that whoever comes in finds the rooms; but a room that is not to be had keeps nobody out of the house. */
    private void write(Write write, Account account, long room) {
        try {
            writer.submit(write)
                    .toCompletableFuture()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException | Refusal failed) {
            LOG.log(Level.WARNING, account.name() + " and room " + room, failed);
        }
    }
}
