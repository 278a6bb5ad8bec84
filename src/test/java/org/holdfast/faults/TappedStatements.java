package org.holdfast.faults;

import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/** Statements that wait while the database does not answer. */
final class TappedStatements implements SqlLogger {
    private final Taps taps;

    TappedStatements(Taps taps) {
        this.taps = taps;
    }

    @Override
    public void logBeforeExecution(StatementContext context) {
        taps.wait(Point.DATABASE);
    }
}
