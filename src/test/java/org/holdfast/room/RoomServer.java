package org.holdfast.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.holdfast.account.Standings;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogServer;
import org.holdfast.message.FollowedThreads;
import org.holdfast.message.MessageDrafts;
import org.holdfast.message.Messages;
import org.holdfast.message.Reading;
import org.holdfast.message.Receipts;
import org.holdfast.message.Unread;
import org.holdfast.presence.Presences;
import org.holdfast.presence.Rosters;
import org.holdfast.profile.ShownPeople;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;

/** Rooms on a real database, for tests; what is fired is kept. */
public final class RoomServer implements AutoCloseable {
    public final List<MembershipChanged> fired = new CopyOnWriteArrayList<>();
    /** Who else is told, as the container tells it. */
    public volatile Consumer<MembershipChanged> observer = change -> {};

    public final LogServer log;
    public final Memberships memberships;
    public final Access access;
    public final Rooms rooms;
    public final People people;
    public final Preferences preferences;
    public final DirectRooms directs;
    /** Whoever makes other presences asks it, too; of what changes nobody is told. */
    public final ShownPeople shown;

    public final Presences presences;
    public final Messages messages;
    public final MessageDrafts drafts;
    public final Receipts receipts;
    public final FollowedThreads threads;
    public final Unread unread;

    public RoomServer(Path folder) {
        this(folder, 20);
    }

    /** @param connections to the database */
    public RoomServer(Path folder, int connections) {
        this(folder, connections, Settings.of(Map.of()));
    }

    public RoomServer(Path folder, int connections, Settings settings) {
        log = new LogServer(folder, 1_024, connections);
        memberships = new Memberships(log.jdbi, settings, new Fired());
        access = new Access(log.jdbi, new Standings(log.jdbi, settings), memberships);
        rooms = new Rooms(log.jdbi, log.writer, memberships, access);
        people = new People(log.jdbi, log.writer, access, memberships);
        preferences = new Preferences(log.jdbi, log.writer, access);
        directs = new DirectRooms(log.jdbi, log.writer, access, memberships);
        shown = new ShownPeople(log.jdbi, change -> {});
        presences = new Presences(memberships, new Rosters(settings), shown);
        messages = new Messages(log.writer, access, settings, presences);
        drafts = new MessageDrafts(log.jdbi, log.writer, access, settings);
        receipts = new Receipts(log.jdbi, new Reading(log.jdbi, log.store, access));
        threads = new FollowedThreads(log.jdbi, log.writer, access);
        unread = new Unread(log.jdbi);
    }

    public Account account(String name) {
        return account(name, Role.MEMBER);
    }

    public Account account(String name, Role role) {
        return log.jdbi.inTransaction(handle -> {
            long own = EventStore.create(handle);
            long id = handle.createUpdate("INSERT INTO account (log, name, name_key, display_name, password_hash, role,"
                            + " created_at) VALUES (:log, :name, :name, :name, '', :role, 1)")
                    .bind("log", own)
                    .bind("name", name)
                    .bind("role", role.wireName())
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return new Account(id, own, name, name, role);
        });
    }

    /** Makes a public room. */
    public CompletionStage<Long> create(Account account, String name, String topic) {
        return rooms.create(account, name, topic, RoomKind.PUBLIC);
    }

    public static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** Refused, at once or by the stage. */
    public static void refused(Code code, Supplier<CompletionStage<?>> asked) {
        assertThatThrownBy(() -> throwCause(asked))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void throwCause(Supplier<CompletionStage<?>> asked) throws Throwable {
        try {
            done(asked.get());
        } catch (CompletionException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public void close() {
        log.close();
    }

    /** The container's side of an event: only firing is used. */
    private final class Fired implements Event<MembershipChanged> {
        @Override
        public void fire(MembershipChanged change) {
            fired.add(change);
            observer.accept(change);
        }

        @Override
        public <U extends MembershipChanged> CompletionStage<U> fireAsync(U change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends MembershipChanged> CompletionStage<U> fireAsync(U change, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<MembershipChanged> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends MembershipChanged> Event<U> select(Class<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends MembershipChanged> Event<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
