package org.holdfast.faults;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/** Transactions with a point before and one after each commit. */
final class TappedTransactions extends DelegatingTransactionHandler {
    private final Taps taps;

    TappedTransactions(TransactionHandler delegate, Taps taps) {
        super(delegate);
        this.taps = taps;
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new TappedTransactions(getDelegate().specialize(handle), taps);
    }

    @Override
    public void commit(Handle handle) {
        taps.reach(Point.BEFORE_COMMIT);
        super.commit(handle);
        taps.reach(Point.AFTER_COMMIT);
    }
}
