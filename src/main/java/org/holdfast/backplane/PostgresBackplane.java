package org.holdfast.backplane;

import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Hints by PostgreSQL's LISTEN and NOTIFY: nothing beside the database has to be set up, and a notification takes a millisecond. They are sent
 * after the commit, in a transaction of their own, since PostgreSQL lets only one transaction with a notification commit at a time.
 */
public final class PostgresBackplane implements Backplane {
    private static final String CHANNEL = "holdfast";

    private final String node = UUID.randomUUID().toString();
    private final Ears ears = new Ears(node);
    private final Telling telling;
    private final Listening listening;

    /**
     * @param kept gives the connection that is kept for hearing
     * @param executor two threads at least: one of them is kept, too
     */
    public PostgresBackplane(Jdbi jdbi, DataSource kept, Executor executor) {
        this.telling = new Telling(node, executor, payload -> send(jdbi, payload));
        this.listening = new Listening(kept, CHANNEL, ears);
        executor.execute(listening);
    }

    private static void send(Jdbi jdbi, String payload) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT 1 FROM pg_notify(:channel, :payload)")
                .bind("channel", CHANNEL)
                .bind("payload", payload)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public void tell(Hint hint) {
        telling.tell(hint);
    }

    @Override
    public void hear(String kind, Consumer<Hint> ear) {
        ears.add(kind, ear);
    }

    @Override
    public void hearOfLosses(Runnable ear) {
        ears.addForLosses(ear);
    }

    @Override
    public void close() {
        listening.end();
    }
}
