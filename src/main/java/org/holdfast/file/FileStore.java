package org.holdfast.file;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The files in the database. */
final class FileStore {
    private final Jdbi jdbi;

    FileStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(StoredFile file, long now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "INSERT INTO file (id, room, account, name, type, size_bytes, width, height, hash, state, created_at)"
                                + " VALUES (:id, :room, :account, :name, :type, :size, :width, :height, :hash, :state, :now)")
                .bindMethods(file)
                .bind("state", file.state().wireName())
                .bind("now", now)
                .execute());
    }

    void measure(StoredFile file) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE file SET width = :width, height = :height WHERE id = :id")
                .bindMethods(file)
                .execute());
    }

    Optional<StoredFile> find(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM file WHERE id = :id")
                .bind("id", id)
                .map(StoredFile.FROM_ROW)
                .findOne());
    }

    /** Locked until the transaction ends: a sweep must not take away what is being posted. */
    static List<StoredFile> lock(Handle transaction, Collection<String> ids) {
        return transaction
                .createQuery("SELECT * FROM file WHERE id IN (<ids>) ORDER BY id FOR UPDATE")
                .bindList("ids", List.copyOf(ids))
                .map(StoredFile.FROM_ROW)
                .list();
    }

    /** @param message the client message id of its account that it was posted with */
    static void post(Handle transaction, Collection<String> ids, String message) {
        transaction
                .createUpdate("UPDATE file SET state = :state, message = :message WHERE id IN (<ids>)")
                .bind("state", FileState.POSTED.wireName())
                .bind("message", message)
                .bindList("ids", List.copyOf(ids))
                .execute();
    }

    /** The bytes that an account takes up. */
    long used(long account) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT COALESCE(SUM(size_bytes), 0) FROM file WHERE account = :account")
                        .bind("account", account)
                        .mapTo(Long.class)
                        .one());
    }

    /** By a file, or by a person who is shown by it. */
    boolean isUsed(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT (SELECT COUNT(*) FROM file WHERE hash = :hash)"
                                + " + (SELECT COUNT(*) FROM account WHERE picture = :hash)")
                        .bind("hash", hash)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    void delete(String id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM file WHERE id = ?", id));
    }

    /** The files of a message that is deleted: nobody has them any more. */
    static void withdraw(Handle transaction, long room, long sequence) {
        transaction
                .createUpdate("UPDATE file SET state = :gone WHERE room = :room AND state = :posted AND EXISTS"
                        + " (SELECT 1 FROM event WHERE event.log = :room AND event.sequence = :sequence"
                        + " AND event.author = file.account AND event.client_message_id = file.message)")
                .bind("gone", FileState.GONE.wireName())
                .bind("posted", FileState.POSTED.wireName())
                .bind("room", room)
                .bind("sequence", sequence)
                .execute();
    }

    /** What nobody needs: files of deleted messages, and those that were not posted and came before that time. */
    List<StoredFile> needless(long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM file WHERE state = :gone"
                        + " OR state = :waiting AND created_at < :before FETCH FIRST " + limit + " ROWS ONLY")
                .bind("gone", FileState.GONE.wireName())
                .bind("waiting", FileState.WAITING.wireName())
                .bind("before", before)
                .map(StoredFile.FROM_ROW)
                .list());
    }

    /** @return whether it was still so */
    boolean deleteIfStill(StoredFile file) {
        return jdbi.withHandle(handle -> handle.execute(
                        "DELETE FROM file WHERE id = ? AND state = ?",
                        file.id(),
                        file.state().wireName()))
                == 1;
    }
}
