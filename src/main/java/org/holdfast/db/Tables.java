package org.holdfast.db;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The tables in a database, as it describes them itself: one that a later version adds can't be forgotten. */
final class Tables {
    /** Flyway's own: what was applied to this database. */
    static final String HISTORY = "flyway_schema_history";

    private final DatabaseMetaData description;
    private final String schema;

    private Tables(Connection connection) throws SQLException {
        description = connection.getMetaData();
        schema = connection.getSchema();
    }

    /** All but {@link #HISTORY}, each after those whose rows its own refer to. */
    static List<Table> of(Connection connection) throws SQLException {
        Tables tables = new Tables(connection);
        Set<String> left = tables.names();
        List<Table> sorted = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> next = new TreeSet<>();
            for (String name : left) if (!tables.refersTo(name, left)) next.add(name);
            if (next.isEmpty()) throw new IllegalStateException("Tables that refer to each other: " + left);
            for (String name : next) sorted.add(tables.table(name));
            left.removeAll(next);
        }
        return sorted;
    }

    private Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet rows = description.getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) if (isOurs(rows)) names.add(rows.getString("TABLE_NAME"));
        }
        names.removeIf(HISTORY::equalsIgnoreCase);
        return names;
    }

    private boolean refersTo(String name, Set<String> others) throws SQLException {
        Set<String> referred = new HashSet<>();
        try (ResultSet rows = description.getImportedKeys(null, schema, name)) {
            while (rows.next()) referred.add(rows.getString("PKTABLE_NAME"));
        }
        referred.remove(name);
        referred.retainAll(others);
        return !referred.isEmpty();
    }

    private Table table(String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        String identity = null;
        try (ResultSet rows = description.getColumns(null, schema, name, "%")) {
            while (rows.next()) {
                if (!isOurs(rows) || !rows.getString("TABLE_NAME").equals(name)) continue;
                String column = lower(rows.getString("COLUMN_NAME"));
                columns.add(column);
                if (rows.getString("IS_AUTOINCREMENT").equals("YES")) identity = column;
            }
        }
        columns.sort(null);
        return new Table(lower(name), columns, Optional.ofNullable(identity));
    }

    /** A schema is asked for by a pattern, in which _ is any letter. */
    private boolean isOurs(ResultSet row) throws SQLException {
        return schema.equals(row.getString("TABLE_SCHEM"));
    }

    /** H2 writes names in capitals. */
    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
