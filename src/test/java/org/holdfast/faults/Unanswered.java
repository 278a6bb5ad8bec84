package org.holdfast.faults;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** The line to a database broke before its answer came: what was asked may be done, or not. */
class Unanswered extends JdbiException {
    private static final long serialVersionUID = 1;

    Unanswered() {
        super("no answer", new SQLException("The line is broken", "08006"));
    }
}
