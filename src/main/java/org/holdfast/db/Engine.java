package org.holdfast.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** The databases that Holdfast runs on: the one place that knows where they differ. */
public enum Engine {
    H2(false),
    POSTGRESQL(true);

    private static final String ATTRIBUTE = "engine";

    private final boolean isShared;

    Engine(boolean isShared) {
        this.isShared = isShared;
    }

    /** Which one it is. Throws {@link Unusable}. */
    static Engine of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new Unusable(
                        "Holdfast runs on PostgreSQL and on H2, not on " + product + ": name another data source");
        };
    }

    /** The one behind a {@link Database}'s Jdbi. */
    public static Engine of(Jdbi jdbi) {
        return (Engine) jdbi.getConfig(SqlStatements.class).getAttribute(ATTRIBUTE);
    }

    Jdbi jdbi(Jdbi jdbi) {
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(String.class, "varchar");
        return jdbi.define(ATTRIBUTE, this);
    }

    /** Whether other nodes may change what is in it: what was read once need not be true any more. */
    public boolean isShared() {
        return isShared;
    }
}
