package org.holdfast.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Copies the rows of tables from an H2 into a PostgreSQL that has the same tables. */
record RowCopy(Connection source, Connection target) {
    private static final Logger LOG = System.getLogger(RowCopy.class.getName());
    private static final int BATCH = 1_000;
    private static final int TOLD = 100_000;

    /** Throws {@link Unusable}. */
    void copy(Table table) throws SQLException {
        long rows = 0;
        try (Statement reading = source.createStatement();
                ResultSet row = reading.executeQuery(table.select());
                PreparedStatement writing = target.prepareStatement(table.insert())) {
            while (row.next()) {
                add(row, writing, table.columns().size());
                if (++rows % BATCH == 0) write(table, writing);
                if (rows % TOLD == 0) tell(table, rows);
            }
            write(table, writing);
        }
        if (table.identity().isPresent()) goOn(table, table.identity().get());
        tell(table, rows);
    }

    private static void add(ResultSet row, PreparedStatement writing, int columns) throws SQLException {
        for (int column = 1; column <= columns; column++) writing.setObject(column, row.getObject(column));
        writing.addBatch();
    }

    private static void write(Table table, PreparedStatement rows) throws SQLException {
        try {
            rows.executeBatch();
        } catch (BatchUpdateException untaken) {
            // Not as its cause: that one's text has the rows, and logs are no place for them.
            throw new Unusable("The database can't be moved into PostgreSQL: rows of " + table.name()
                    + " are not taken, SQL state " + untaken.getSQLState());
        }
    }

    private static void tell(Table table, long rows) {
        LOG.log(Level.INFO, "Moved " + rows + " rows of " + table.name());
    }

    /** Numbers go on where they were: one that was given out, and whose row is deleted, is not given again. */
    private void goOn(Table table, String column) throws SQLException {
        String question = "SELECT identity_base FROM information_schema.columns WHERE LOWER(table_name) = '"
                + table.name() + "' AND LOWER(column_name) = '" + column + "'";
        Object next = Rows.of(source, question).get(0).get(0);
        try (Statement statement = target.createStatement()) {
            statement.execute("ALTER TABLE " + table.name() + " ALTER COLUMN " + column + " RESTART WITH " + next);
        }
    }
}
