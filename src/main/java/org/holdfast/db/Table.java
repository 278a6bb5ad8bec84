package org.holdfast.db;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One table of Holdfast's, as its database describes it.
 *
 * @param identity the column that the database numbers
 */
record Table(String name, List<String> columns, Optional<String> identity) {
    private static final String SEPARATOR = ", ";

    String select() {
        return "SELECT " + String.join(SEPARATOR, columns) + " FROM " + name;
    }

    String insert() {
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(SEPARATOR));
        return "INSERT INTO " + name + " (" + String.join(SEPARATOR, columns) + ") VALUES (" + places + ")";
    }
}
