package org.holdfast.stream;

import java.util.List;
import java.util.Optional;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The tokens in the database. */
final class TokenStore {
    private static final String SELECT = "SELECT " + TopicToken.COLUMNS + " FROM topic_token WHERE ";

    private final Jdbi jdbi;

    TokenStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @throws Refusal {@code forbidden}: the topic has as many as it may */
    TopicToken insert(TopicToken token, long creator, int most) {
        return jdbi.inTransaction(transaction -> {
            // Those who make one at the same moment wait here, or each would count without the other's.
            transaction
                    .select("SELECT log FROM topic WHERE log = ? FOR UPDATE", token.topic())
                    .mapTo(Long.class)
                    .one();
            if (of(transaction, token.topic()).size() >= most)
                throw new Refusal(
                        Code.FORBIDDEN, "The topic has " + most + " tokens, the most that it may have: revoke one.");
            return insert(transaction, token, creator);
        });
    }

    private static TopicToken insert(Handle transaction, TopicToken token, long creator) {
        long id = transaction
                .createUpdate("INSERT INTO topic_token (token_hash, topic, name, created_at, created_by)"
                        + " VALUES (:hash, :topic, :name, :createdAt, :creator)")
                .bindMethods(token)
                .bind("creator", creator)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
        return new TopicToken(id, token.hash(), token.topic(), token.name(), token.createdAt(), 0);
    }

    /** Oldest first. */
    List<TopicToken> of(long topic) {
        return jdbi.withHandle(handle -> of(handle, topic));
    }

    private static List<TopicToken> of(Handle handle, long topic) {
        return handle.select(SELECT + "topic = ? ORDER BY id", topic)
                .map(TopicToken.FROM_ROW)
                .list();
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
