package org.holdfast.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Added to and read, and never changed. What is older than {@code holdfast.audit.keep} is deleted. */
@ApplicationScoped
public class AuditLog {
    private static final int MOST_NAME = 60;
    private static final int MOST_SUBJECT = 250;

    private final Jdbi jdbi;
    private final long keepMillis;

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
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO audit (at, action, actor, actor_name, subject, address) VALUES (?, ?, ?, ?, ?, ?)",
                System.currentTimeMillis(),
                action.wireName(),
                actor == 0 ? null : actor,
                cut(actorName, MOST_NAME),
                cut(subject, MOST_SUBJECT),
                cut(address, MOST_NAME)));
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
