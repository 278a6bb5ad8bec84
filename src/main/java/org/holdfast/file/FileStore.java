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

    boolean isUsed(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM file WHERE hash = :hash")
                        .bind("hash", hash)
                        .mapTo(Long.class)
                        .one())
                > 0;
    }

    void delete(String id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM file WHERE id = ?", id));
    }
}
