package org.holdfast.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Added to and read, and never changed. What is older than {@code holdfast.audit.keep} is deleted. */
@ApplicationScoped
public class AuditLog {
    private static final int MOST_NAME = 60;
    private static final int MOST_SUBJECT = 250;
    private static final int MOST_ADDRESSES = 10_000;
    private static final int BURST = 60;

    private final Jdbi jdbi;
    private final long keepMillis;
    private final Cache<String, Bucket> room = Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterAccess(Duration.ofSeconds(BURST))
            .build();

    @Inject
    public AuditLog(Jdbi jdbi, Settings settings) {
        this.jdbi = jdbi;
        this.keepMillis = settings.duration(Setting.AUDIT_KEEP);
    }

    /** For the container's proxy. */
    protected AuditLog() {
        jdbi = null;
        keepMillis = 0;
    }

    /** @param actor 0: nobody that is signed in */
    public void add(Action action, long actor, String actorName, String subject, String address) {
        jdbi.useHandle(handle -> add(handle, action, actor, actorName, subject, address));
    }

    /** The same for a transaction that does what it tells of: both are, or neither is. */
    public Consumer<Handle> entry(Action action, long actor, String actorName, String subject, String address) {
        return transaction -> add(transaction, action, actor, actorName, subject, address);
    }

    /** The same, by the transaction itself. */
    public static void add(
            Handle transaction, Action action, long actor, String actorName, String subject, String address) {
        transaction.execute(
                "INSERT INTO audit (at, action, actor, actor_name, subject, address) VALUES (?, ?, ?, ?, ?, ?)",
                System.currentTimeMillis(),
                action.wireName(),
                actor == 0 ? null : actor,
                cut(actorName, MOST_NAME),
                cut(subject, MOST_SUBJECT),
                cut(address, MOST_NAME));
    }

    /** Whether one more that anybody can cause may be written down: sixty at once from an address, then one a second. */
    public boolean hasRoom(String address) {
        return room.get(address, one -> bucket()).tryConsume(1);
    }

    private static Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(BURST).refillGreedy(1, Duration.ofSeconds(1)))
                .build();
    }

    /** The newest first. @param before the id of an entry; those after it are left out */
    public List<Entry> before(long before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, at, action, actor, actor_name, subject, address"
                        + " FROM audit WHERE id < :before ORDER BY id DESC LIMIT :most")
                .bind("before", before)
                .bind("most", most)
                .map(AuditLog::entry)
                .list());
    }

    void deleteOld(long now) {
        if (keepMillis > 0)
            jdbi.useHandle(handle -> handle.execute("DELETE FROM audit WHERE at < ?", now - keepMillis));
    }

    private static Entry entry(ResultSet row, StatementContext context) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getLong("at"),
                row.getString("action"),
                row.getLong("actor"),
                row.getString("actor_name"),
                row.getString("subject"),
                row.getString("address"));
    }

    private static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }
}
