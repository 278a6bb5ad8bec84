package org.holdfast.db;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;

/** Moves an embedded database, which is only read, into an empty PostgreSQL: within one transaction, so all of it or nothing. */
final class Import {
    private static final Logger LOG = System.getLogger(Import.class.getName());

    /** Where each log stands, and what there is of it. */
    private static final String LOGS = "SELECT l.id, l.epoch, l.last_sequence, l.kept_after, COUNT(e.sequence),"
            + " COALESCE(MAX(e.sequence), 0) FROM log l LEFT JOIN event e ON e.log = l.id"
            + " GROUP BY l.id, l.epoch, l.last_sequence, l.kept_after ORDER BY l.id";

    private final DataFolder folder;
    private final Connection source;
    private final Connection target;
    private final List<Table> tables;

    /** @param target within a transaction */
    Import(DataFolder folder, Connection source, Connection target) throws SQLException {
        this.folder = folder;
        this.source = source;
        this.target = target;
        this.tables = Tables.of(target);
    }

    /** Throws {@link Unusable}. */
    void run() throws SQLException {
        // Another node may be starting: it waits until the rows are there.
        execute("LOCK TABLE " + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
        Moved moved = new Moved(Rows.of(source, Moved.LOGS), Rows.of(target, Moved.LOGS));
        if (moved.isSo()) done(moved);
        else copy();
    }

    private void done(Moved moved) {
        if (moved.hasGoneOn())
            throw refused("it has gone on since it was moved: take holdfast.database.import away, or begin with"
                    + " an empty database, and lose what is in this one");
        LOG.log(Level.INFO, "The database in " + folder.path() + " is moved already: holdfast.database.import can go");
    }

    private void copy() throws SQLException {
        checkVersion();
        checkEmpty();
        LOG.log(Level.INFO, "Moves the database in " + folder.path() + " into PostgreSQL");
        RowCopy rows = new RowCopy(source, target);
        for (Table table : tables) rows.copy(table);
        check();
        settle();
        LOG.log(Level.INFO, "All of it is moved. The one in " + folder.path() + " is as it was, and not used any more");
    }

    private void checkVersion() throws SQLException {
        // In quotes: Flyway's names are small in H2, too.
        String versions = "SELECT \"version\" FROM \"" + Tables.HISTORY
                + "\" WHERE \"version\" IS NOT NULL ORDER BY \"installed_rank\"";
        List<List<Object>> there = Rows.of(source, versions);
        List<List<Object>> here = Rows.of(target, versions);
        if (there.equals(here)) return;
        throw refused(
                there.size() < here.size()
                        ? "an older Holdfast used it last: start this one on it once, without PostgreSQL, and stop it"
                        : "a newer Holdfast used it last: take that one");
    }

    /** The row that the migrations make is as good as none. */
    private void checkEmpty() throws SQLException {
        execute("DELETE FROM site WHERE first_account IS NULL");
        for (Table table : tables)
            if (count(target, table) > 0)
                throw refused("the PostgreSQL database is not empty, there are rows in \"" + table.name() + "\"");
    }

    private void check() throws SQLException {
        for (Table table : tables)
            if (count(source, table) != count(target, table))
                throw refused("not all rows of " + table.name() + " came");
        if (!Rows.of(source, LOGS).equals(Rows.of(target, LOGS))) throw refused("a log is not where it was");
    }

    /** The place that it was told is the folder's: a copy stays one, and else it is asked for no place yet. */
    private void settle() throws SQLException {
        String told = (String) Rows.of(source, "SELECT place FROM site").get(0).get(0);
        boolean isCopy = told != null && !new Witness(folder).is(told);
        execute("UPDATE site SET place = " + (isCopy ? "'" + Place.OF_A_COPY + "'" : "NULL"));
    }

    private static long count(Connection connection, Table table) throws SQLException {
        return (Long) Rows.of(connection, "SELECT COUNT(*) FROM " + table.name())
                .get(0)
                .get(0);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute(sql);
        }
    }

    private Unusable refused(String why) {
        return new Unusable("The database in " + folder.path() + " can't be moved into PostgreSQL: " + why);
    }
}
