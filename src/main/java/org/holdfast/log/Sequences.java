package org.holdfast.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Gives out sequences within one transaction. The log's row is locked until the commit, so the order of the sequences is the order of
 * the commits: an identity column would not promise that, and a reader by position would skip events.
 */
final class Sequences {
    private final Handle transaction;
    private final Map<Long, Long> last;

    private Sequences(Handle transaction, Map<Long, Long> last) {
        this.transaction = transaction;
        this.last = last;
    }

    /** Locks the rows in the order of their ids: two nodes that lock the same logs never wait for each other in a circle. */
    static Sequences lock(Handle transaction, Collection<Long> logs) {
        Map<Long, Long> last = new TreeMap<>();
        if (!logs.isEmpty()) read(transaction, logs, last);
        return new Sequences(transaction, last);
    }

    private static void read(Handle transaction, Collection<Long> logs, Map<Long, Long> last) {
        transaction
                .createQuery("SELECT id, last_sequence FROM log WHERE id IN (<logs>) ORDER BY id FOR UPDATE")
                .bindList("logs", List.copyOf(logs))
                .map((row, context) -> last.put(row.getLong(1), row.getLong(2)))
                .list();
    }

    long next(long log) {
        return last.merge(log, 1L, Long::sum);
    }

    void save() {
        if (last.isEmpty()) return;
        PreparedBatch batch = transaction.prepareBatch("UPDATE log SET last_sequence = ? WHERE id = ?");
        last.forEach((log, sequence) -> batch.add(sequence, log));
        batch.execute();
    }
}
