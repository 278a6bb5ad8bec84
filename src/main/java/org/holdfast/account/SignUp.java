package org.holdfast.account;

import java.sql.SQLException;
import org.holdfast.log.EventStore;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A new account and its log, in one transaction. The first account is the administrator.
 *
 * @param invitation empty: there is none
 */
record SignUp(Name name, String displayName, String passwordHash, boolean isOpen, String invitation, long now) {

    private static final String UNIQUE_VIOLATION = "23505";

    Account in(Handle transaction) {
        long log = EventStore.create(transaction);
        long id = insert(transaction, log);
        boolean first = isFirst(transaction, id);
        Role role = first ? Role.ADMIN : invited(transaction, id);
        if (role != Role.MEMBER) transaction.execute("UPDATE account SET role = ? WHERE id = ?", role.wireName(), id);
        return new Account(id, log, name.text(), displayName, role);
    }

    /** Of a directory's person, who is not the first account of the house: an administrator is whoever the directory says. */
    Account asMember(Handle transaction) {
        long log = EventStore.create(transaction);
        return new Account(insert(transaction, log), log, name.text(), displayName, Role.MEMBER);
    }

    /** The house has an administrator: nobody else becomes one by coming first. */
    static void settled(Handle transaction, long administrator) {
        isFirst(transaction, administrator);
    }

    private Role invited(Handle transaction, long id) {
        if (invitation.isEmpty() && !isOpen) throw closed();
        if (invitation.isEmpty()) return Role.MEMBER;
        OneTimeTokens.Taken taken = OneTimeTokens.take(transaction, Purpose.INVITATION, invitation);
        OneTimeTokens.usedBy(transaction, taken, id);
        return taken.role();
    }

    static Refusal closed() {
        return new Refusal(Code.FORBIDDEN, "Sign-up is closed here.");
    }

    private long insert(Handle transaction, long log) {
        try {
            return transaction
                    .createUpdate(
                            "INSERT INTO account (log, name, name_key, display_name, password_hash, role, created_at)"
                                    + " VALUES (:log, :name, :key, :displayName, :hash, :role, :now)")
                    .bind("log", log)
                    .bind("name", name.text())
                    .bind("key", name.key())
                    .bind("displayName", displayName)
                    .bind("hash", passwordHash)
                    .bind("role", Role.MEMBER.wireName())
                    .bind("now", now)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
        } catch (UnableToExecuteStatementException unexecuted) {
            throw isTaken(unexecuted) ? new Refusal(Code.NAME_TAKEN, "This name is taken.") : unexecuted;
        }
    }

    /** Two first sign-ups at once both write this row: the second waits for the first's commit, and then finds it written. */
    private static boolean isFirst(Handle transaction, long id) {
        return transaction.execute("UPDATE site SET first_account = ? WHERE id = 1 AND first_account IS NULL", id) == 1;
    }

    private static boolean isTaken(UnableToExecuteStatementException unexecuted) {
        return unexecuted.getCause() instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState());
    }
}
