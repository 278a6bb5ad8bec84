package org.holdfast.log;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionException;
import org.jdbi.v3.core.transaction.TransactionHandler;

/** Commits of which the caller hears only that they failed: the line to the database breaks before or after they are done. */
final class BrokenCommits extends DelegatingTransactionHandler {
    enum Break {
        NONE,
        BEFORE,
        AFTER
    }

    /** How each commit that writes goes. */
    interface Fate {
        Break next();
    }

    private final Fate fate;
    final AtomicInteger broken;

    private BrokenCommits(TransactionHandler delegate, Fate fate, AtomicInteger broken) {
        super(delegate);
        this.fate = fate;
        this.broken = broken;
    }

    static BrokenCommits in(Jdbi jdbi, Fate fate) {
        BrokenCommits handler = new BrokenCommits(jdbi.getTransactionHandler(), fate, new AtomicInteger());
        jdbi.setTransactionHandler(handler);
        return handler;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new BrokenCommits(getDelegate().specialize(handle), fate, broken);
    }

    @Override
    public void commit(Handle handle) {
        Break how = fate.next();
        if (how != Break.BEFORE) super.commit(handle);
        if (how == Break.NONE) return;
        broken.incrementAndGet();
        throw new TransactionException("the line to the database broke " + how);
    }
}
