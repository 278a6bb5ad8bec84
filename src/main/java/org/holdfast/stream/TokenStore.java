package org.holdfast.stream;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The tokens in the database. */
final class TokenStore {
    private static final String SELECT = "SELECT " + TopicToken.COLUMNS + " FROM topic_token WHERE ";

    private final Jdbi jdbi;

    TokenStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    TopicToken insert(String hash, long topic, String name, long creator) {
        long now = System.currentTimeMillis();
        long id = jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO topic_token "
                        + "(token_hash, topic, name, created_at, created_by) VALUES (?, ?, ?, ?, ?)")
                .bind(0, hash)
                .bind(1, topic)
                .bind(2, name)
                .bind(3, now)
                .bind(4, creator)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        return new TopicToken(id, hash, topic, name, now, 0);
    }

    /** Oldest first. */
    List<TopicToken> of(long topic) {
        return jdbi.withHandle(handle -> handle.select(SELECT + "topic = ? ORDER BY id", topic)
                .map(TopicToken.FROM_ROW)
                .list());
    }

    /** Finds one, and notes that it was used. @return null: it is none */
    TopicToken used(String hash) {
        return jdbi.withHandle(handle -> {
            handle.execute(
                    "UPDATE topic_token SET last_used_at = ? WHERE token_hash = ?", System.currentTimeMillis(), hash);
            return handle.select(SELECT + "token_hash = ?", hash)
                    .map(TopicToken.FROM_ROW)
                    .findOne()
                    .orElse(null);
        });
    }

    Optional<TopicToken> delete(long topic, long id) {
        return jdbi.inTransaction(handle -> {
            Optional<TopicToken> found = handle.select(SELECT + "topic = ? AND id = ? FOR UPDATE", topic, id)
                    .map(TopicToken.FROM_ROW)
                    .findOne();
            handle.execute("DELETE FROM topic_token WHERE topic = ? AND id = ?", topic, id);
            return found;
        });
    }
}
