package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import java.util.function.Function;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Gives an account another password: by who knows the one before, or by who has a reset for it. */
@ApplicationScoped
public class PasswordChange {
    private final Jdbi jdbi;
    private final Accounts accounts;
    private final Passwords passwords;

    @Inject
    public PasswordChange(Jdbi jdbi, Accounts accounts, Passwords passwords) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.passwords = passwords;
    }

    /** For the container's proxy. */
    protected PasswordChange() {
        this(null, null, null);
    }

    /**
     * Refuses with {@code forbidden}, {@code wrong_login}, {@code bad_field}, {@code rate_limited} or {@code busy}.
     *
     * @param with is done in the same transaction
     */
    public void change(Account account, String current, String next, Consumer<Handle> with) {
        Accounts.checkLength(next);
        checkOwn(account);
        accounts.authenticate(account.name(), current);
        String hash = passwords.hash(next);
        jdbi.useTransaction(transaction -> {
            set(transaction, account.id(), hash);
            OneTimeTokens.endResets(transaction, account.id());
            with.accept(transaction);
        });
    }

    /**
     * A password that was forgotten. Refuses with {@code forbidden}, {@code bad_field} or {@code busy}.
     *
     * @param with is done in the same transaction, of whose it is
     */
    public Account reset(String token, String next, Function<Account, Consumer<Handle>> with) {
        Accounts.checkLength(next);
        jdbi.useHandle(handle -> OneTimeTokens.check(handle, Purpose.RESET, token));
        String hash = passwords.hash(next);
        return jdbi.inTransaction(transaction -> {
            long id = OneTimeTokens.take(transaction, Purpose.RESET, token).account();
            set(transaction, id, hash);
            Account account = Accounts.find(transaction, id)
                    .orElseThrow(() -> new Refusal(Code.FORBIDDEN, "This account is disabled."));
            with.apply(account).accept(transaction);
            return account;
        });
    }

    /** @throws Refusal {@code forbidden} */
    public void checkOwn(Account account) {
        if (!accounts.isOwn(new Name(account.name())))
            throw new Refusal(Code.FORBIDDEN, "This password is kept in the directory: it is changed there.");
    }

    private static void set(Handle handle, long account, String hash) {
        handle.execute("UPDATE account SET password_hash = ? WHERE id = ?", hash, account);
    }
}
