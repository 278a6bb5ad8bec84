package org.holdfast.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a question is answered, whatever it is made of: for few rows. */
final class Rows {
    private Rows() {}

    static List<List<Object>> of(Connection connection, String question) throws SQLException {
        List<List<Object>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            while (row.next()) rows.add(values(row));
        }
        return rows;
    }

    private static List<Object> values(ResultSet row) throws SQLException {
        List<Object> values = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) values.add(row.getObject(column));
        return values;
    }
}
