package org.holdfast.lab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.db.DataFolder;
import org.holdfast.db.Database;
import org.holdfast.log.EventStore;
import org.jdbi.v3.core.Handle;

/** People who are signed in before the server starts: written into its database, since hashing hundreds of passwords takes long. */
public final class Settlers {
    private static final long NEVER = Long.MAX_VALUE;
    /** Flyway holds one for its lock while another one migrates. */
    private static final int CONNECTIONS = 2;

    private Settlers() {}

    /** The server must not run. */
    public static List<Person> settle(Server server, int count) {
        try (var database = Database.embedded(DataFolder.at(server.data().toString()), CONNECTIONS)) {
            return database.jdbi()
                    .inTransaction(handle -> IntStream.range(0, count)
                            .mapToObj(n -> settle(server, handle, "settler " + n))
                            .toList());
        }
    }

    private static Person settle(Server server, Handle handle, String name) {
        var account = handle.createUpdate("INSERT INTO account (log, name, name_key, display_name, password_hash, role,"
                        + " created_at) VALUES (:log, :name, :name, :name, '', 'member', 1)")
                .bind("log", EventStore.create(handle))
                .bind("name", name)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(digest(name));
        handle.execute(
                "INSERT INTO login_session (token_hash, account, created_at, last_seen_at, expires_at, device)"
                        + " VALUES (?, ?, 1, 1, ?, '')",
                HexFormat.of().formatHex(digest(token)),
                account,
                NEVER);
        return Person.signedIn(server.uri(), name, account.toString(), "holdfast=" + token);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
