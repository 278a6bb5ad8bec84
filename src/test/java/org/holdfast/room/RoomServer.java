package org.holdfast.room;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.account.Account;
import org.holdfast.account.Role;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogServer;
import org.holdfast.message.Messages;
import org.holdfast.settings.Settings;

/** Rooms on a real database, for tests; what is fired is kept. */
public final class RoomServer implements AutoCloseable {
    public final List<MembershipChanged> fired = new CopyOnWriteArrayList<>();
    /** Who else is told, as the container tells it. */
    public volatile Consumer<MembershipChanged> observer = change -> {};

    public final LogServer log;
    public final Memberships memberships;
    public final Rooms rooms;
    public final Messages messages;

    public RoomServer(Path folder) {
        this(folder, 20);
    }

    /** @param connections to the database */
    public RoomServer(Path folder, int connections) {
        Settings settings = Settings.of(Map.of());
        log = new LogServer(folder, 1_024, connections);
        memberships = new Memberships(log.jdbi, settings, new Fired());
        rooms = new Rooms(log.jdbi, log.writer, memberships);
        messages = new Messages(log.writer, memberships, settings);
    }

    public Account account(String name) {
        return log.jdbi.inTransaction(handle -> {
            long own = EventStore.create(handle);
            long id = handle.createUpdate("INSERT INTO account (log, name, name_key, display_name, password_hash, role,"
                            + " created_at) VALUES (:log, :name, :name, :name, '', 'member', 1)")
                    .bind("log", own)
                    .bind("name", name)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return new Account(id, own, name, name, Role.MEMBER);
        });
    }

    public static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
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
