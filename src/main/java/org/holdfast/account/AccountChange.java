package org.holdfast.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.holdfast.log.Draft;
import org.holdfast.log.Event;
import org.holdfast.log.Write;
import org.holdfast.wire.Code;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;

/** An account gets another role, is disabled or enabled. Its log says so, to each of its devices. */
final class AccountChange implements Write {
    private final Account by;
    private final long who;
    private final AccountUpdate update;
    private final Consumer<Handle> allowed;
    private final Consumer<AccountChanged> done;

    /** Written with the drafts, read after their commit. */
    private AccountChanged now;

    /** @param allowed throws a {@link Refusal} */
    AccountChange(Account by, long who, AccountUpdate update, Consumer<Handle> allowed, Consumer<AccountChanged> done) {
        this.by = by;
        this.who = who;
        this.update = update;
        this.allowed = allowed;
        this.done = done;
    }

    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        // Two administrators who end each other, each at another node, would leave none.
        transaction.execute("UPDATE site SET id = 1 WHERE id = 1");
        allowed.accept(transaction);
        Account before = Accounts.any(transaction, who)
                .orElseThrow(() -> new Refusal(Code.NOT_FOUND, "There is no such account."));
        boolean wasDisabled = Accounts.find(transaction, who).isEmpty();
        now = new AccountChanged(
                who,
                Optional.ofNullable(update.role()).orElse(before.role()),
                Optional.ofNullable(update.disabled()).orElse(wasDisabled));
        List<Draft> drafts = new ArrayList<>();
        if (now.role() != before.role()) drafts.add(changeRole(transaction, before));
        if (now.isDisabled() != wasDisabled)
            drafts.add(now.isDisabled() ? disable(transaction, before) : enable(transaction, before));
        if (!hasAdministrator(transaction))
            throw new Refusal(Code.FORBIDDEN, "The house needs an administrator: make another one first.");
        return drafts;
    }

    private Draft changeRole(Handle transaction, Account account) {
        transaction.execute(
                "UPDATE account SET role = ? WHERE id = ?", now.role().wireName(), who);
        return draft(account, "role", "{\"role\":\"" + now.role().wireName() + "\"}");
    }

    private Draft disable(Handle transaction, Account account) {
        transaction.execute("UPDATE account SET disabled_at = ? WHERE id = ?", System.currentTimeMillis(), who);
        transaction.execute("DELETE FROM login_session WHERE account = ?", who);
        return draft(account, "disabled", "{}");
    }

    private Draft enable(Handle transaction, Account account) {
        transaction.execute("UPDATE account SET disabled_at = NULL WHERE id = ?", who);
        return draft(account, "enabled", "{}");
    }

    private Draft draft(Account account, String type, String body) {
        return new Draft(account.log(), type, by.author(), null, body);
    }

    private static boolean hasAdministrator(Handle transaction) {
        return transaction
                .createQuery("SELECT 1 FROM account WHERE role = :admin AND disabled_at IS NULL"
                        + " FETCH FIRST 1 ROWS ONLY")
                .bind("admin", Role.ADMIN.wireName())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public void committed(List<Event> events) {
        if (!events.isEmpty()) done.accept(now);
    }
}
