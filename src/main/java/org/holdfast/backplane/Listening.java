package org.holdfast.backplane;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/** Hears PostgreSQL's notifications on a connection of its own, and gets another one when that breaks. */
final class Listening implements Runnable {
    private static final Logger LOG = System.getLogger(Listening.class.getName());
    private static final int TURN_MILLIS = 500;
    private static final int PAUSE_MILLIS = 500;

    /** After so many turns in silence the connection is asked whether it is still one. */
    private static final int QUIET_TURNS = 20;

    private static final int ANSWER_SECONDS = 5;

    private final DataSource source;
    private final String channel;
    private final Ears ears;
    private volatile boolean isOver;

    /** Whether its loss was told. Of the thread alone. */
    private boolean isLossTold;

    Listening(DataSource source, String channel, Ears ears) {
        this.source = source;
        this.channel = channel;
        this.ears = ears;
    }

    void end() {
        isOver = true;
    }

    @Override
    public void run() {
        while (!isOver) {
            try (Connection connection = source.getConnection()) {
                if (!connection.isWrapperFor(PGConnection.class)) {
                    LOG.log(
                            Level.INFO,
                            "The data source hides PostgreSQL's notifications: other nodes are looked after by polling");
                    return;
                }
                listen(connection, connection.unwrap(PGConnection.class));
            } catch (SQLException | RuntimeException broken) {
                tellLoss(broken);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
            }
        }
    }

    private void listen(Connection connection, PGConnection notified) throws SQLException {
        // The name tells an operator what the connection is for.
        execute(connection, "SET application_name = 'holdfast hints'; LISTEN " + channel);
        LOG.log(Level.INFO, "Hears of other nodes");
        isLossTold = false;
        // What was told before this moment is lost.
        ears.lost();
        int quiet = 0;
        while (!isOver) {
            PGNotification[] heard = notified.getNotifications(TURN_MILLIS);
            quiet = heard == null || heard.length == 0 ? quiet + 1 : 0;
            if (heard != null) for (PGNotification one : heard) ears.hear(one.getParameter());
            if (quiet >= QUIET_TURNS) quiet = checked(connection);
        }
        // It may go back into a pool of the server's.
        execute(connection, "UNLISTEN *; RESET application_name");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A peer that is gone without a word is silent, too. */
    private static int checked(Connection connection) throws SQLException {
        if (!connection.isValid(ANSWER_SECONDS)) throw new SQLException("The connection for hints does not answer");
        return 0;
    }

    private void tellLoss(Exception broken) {
        if (!isLossTold && !isOver)
            LOG.log(Level.WARNING, "Does not hear of other nodes; looks at the database", broken);
        isLossTold = true;
    }
}
