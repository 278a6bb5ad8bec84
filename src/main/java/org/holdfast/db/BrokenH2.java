package org.holdfast.db;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;
import org.h2.api.ErrorCode;

/**
 * After one failed write (a full disk) H2 closes the database under all its connections, and each of them fails for ever, by codes that the pool
 * does not take for a broken connection. Thrown away, the next one opens the database again.
 */
final class BrokenH2 implements SQLExceptionOverride {
    private static final Set<Integer> BROKEN = Set.of(
            ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
            ErrorCode.OBJECT_CLOSED,
            ErrorCode.CONNECTION_BROKEN_1,
            ErrorCode.GENERAL_ERROR_1,
            ErrorCode.IO_EXCEPTION_1,
            ErrorCode.IO_EXCEPTION_2);

    @java.lang.Override
    public Override adjudicate(SQLException error) {
        return BROKEN.contains(error.getErrorCode()) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
}
