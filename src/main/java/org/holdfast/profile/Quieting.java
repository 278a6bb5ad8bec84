package org.holdfast.profile;

import java.util.List;
import org.holdfast.account.Account;
import org.holdfast.log.Draft;
import org.holdfast.log.Write;
import org.jdbi.v3.core.Handle;

/** An account wants quiet at other times. All its checks come before its rows, so it may share a transaction. */
record Quieting(Account account, QuietChange change) implements Write {
    /** Two devices at two nodes: the second changes what the first made of it. */
    @Override
    public List<Long> guarded() {
        return List.of(account.log());
    }

    @Override
    public List<Draft> drafts(Handle transaction) {
        Quiet before = Quiet.read(transaction, account.id(), change.now());
        Quiet after = change.of(before);
        if (after.equals(before)) return List.of();
        after.save(transaction, account.id(), before);
        return List.of(new Draft(account.log(), "quiet", account.author(), null, after.json()));
    }
}
