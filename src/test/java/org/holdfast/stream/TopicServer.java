package org.holdfast.stream;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.holdfast.account.Account;
import org.holdfast.account.LoginEnded;
import org.holdfast.account.Role;
import org.holdfast.account.Standings;
import org.holdfast.log.EventStore;
import org.holdfast.log.LogServer;
import org.holdfast.room.Access;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Fields;
import org.holdfast.wire.FrameReader;

/** Topics on a real database, for tests. */
final class TopicServer implements AutoCloseable {
    static final int RING = 16;

    final List<LoginEnded> ended = new CopyOnWriteArrayList<>();
    final LogServer log;
    final Topics topics;
    final TopicTokens tokens;
    final TopicAccess access;
    final TopicLogs logs;
    final Publications publications;
    final Retention retention;
    final Account admin;

    TopicServer(Path folder, Map<String, String> set) {
        Map<String, String> all = new HashMap<>(Map.of("holdfast.ring.size", String.valueOf(RING)));
        all.putAll(set);
        Settings settings = Settings.of(all);
        log = new LogServer(folder, RING);
        topics = new Topics(log.jdbi, log.writer, settings);
        tokens = new TopicTokens(log.jdbi, settings, ended::add);
        access = new TopicAccess(topics, tokens, new Access(log.jdbi, new Standings(log.jdbi, settings), null));
        logs = new TopicLogs(log.logs, settings);
        publications = new Publications(log.writer, logs, access, settings);
        retention = new Retention(topics, log.store, log.logs, settings);
        admin = account();
    }

    private Account account() {
        return log.jdbi.inTransaction(handle -> {
            long own = EventStore.create(handle);
            long id = handle.createUpdate("INSERT INTO account (log, name, name_key, display_name, password_hash, role,"
                            + " created_at) VALUES (?, 'admin', 'admin', 'Admin', '', 'admin', 1)")
                    .bind(0, own)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            return new Account(id, own, "admin", "Admin", Role.ADMIN);
        });
    }

    /** @param members JSON, without its brackets */
    Topic topic(String members) {
        Fields fields = FrameReader.readObject("{" + members + "}");
        return done(topics.create(admin, TopicDraft.of(fields)));
    }

    static Publication publication(String id, Object data) {
        return Publication.of("tick", id, "{\"data\":" + data + "}");
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        log.close();
    }
}
