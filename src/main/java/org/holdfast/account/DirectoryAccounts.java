package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.naming.NamingException;
import org.holdfast.audit.Action;
import org.holdfast.audit.AuditLog;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Jdbi;

/** The accounts of those whose password the directory knows: made at their first sign-in, and disabled once it knows them no longer. */
@ApplicationScoped
public class DirectoryAccounts {
    private static final Logger LOG = System.getLogger(DirectoryAccounts.class.getName());
    private static final String SOURCE = "directory";
    private static final long RETRY_MILLIS = 5_000;
    private static final long LIMIT_SECONDS = 20;
    private static final int MOST_ASKING = 16;
    /** So many may leave at once without a question. */
    private static final int SUSPICIOUS = 4;
    /** Who did it, in the audit log. */
    private static final String BY = "directory";

    private final Jdbi jdbi;
    private final Directory directory;
    private final AccountChanges changes;
    private final AuditLog audit;
    private final String admins;

    /** Each who asks holds a thread of the server while the directory takes its time. */
    private final Semaphore asking = new Semaphore(MOST_ASKING);

    @Inject
    public DirectoryAccounts(
            Jdbi jdbi, Directory directory, AccountChanges changes, AuditLog audit, Settings settings) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.changes = changes;
        this.audit = audit;
        this.admins = settings.text(Setting.LDAP_ADMINS);
    }

    /** For the container's proxy. */
    protected DirectoryAccounts() {
        jdbi = null;
        directory = null;
        changes = null;
        audit = null;
        admins = null;
    }

    /** Refuses with {@code wrong_login}, {@code forbidden} or {@code busy}. */
    Account authenticate(Name name, String password) {
        DirectoryPerson person = ask(name.text(), password)
                .orElseThrow(() -> new Refusal(Code.WRONG_LOGIN, "Name or password is wrong."));
        Account account = find(name).orElseGet(() -> provision(name, person));
        return admins.isEmpty() ? account : withRole(account, person);
    }

    private Optional<DirectoryPerson> ask(String name, String password) {
        if (!asking.tryAcquire()) throw busy();
        try {
            return directory.authenticate(name, password);
        } catch (NamingException unanswered) {
            LOG.log(Level.WARNING, "The directory can't be asked", unanswered);
            throw busy();
        } finally {
            asking.release();
        }
    }

    /** @throws Refusal {@code forbidden}: the account is disabled here */
    private Optional<Account> find(Name name) {
        Optional<Account> found = jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + Account.COLUMNS + " FROM account WHERE name_key = :key")
                        .bind("key", name.key())
                        .map(Account.FROM_ROW)
                        .findOne());
        boolean isDisabled = found.isPresent()
                && jdbi.withHandle(
                        handle -> Accounts.find(handle, found.get().id()).isEmpty());
        if (isDisabled) throw new Refusal(Code.FORBIDDEN, "This account is disabled.");
        return found;
    }

    private Account provision(Name name, DirectoryPerson person) {
        Name checked = Name.of("name", name.text());
        // A hash that no password has.
        SignUp signUp = new SignUp(checked, shown(checked, person), "-", true, "", System.currentTimeMillis());
        return jdbi.inTransaction(transaction -> {
            Account account = signUp.asMember(transaction);
            transaction.execute("UPDATE account SET source = ? WHERE id = ?", SOURCE, account.id());
            return account;
        });
    }

    private static String shown(Name name, DirectoryPerson person) {
        try {
            return Name.of("displayName", person.displayName()).text();
        } catch (Refusal unfit) {
            // Empty, too long, or with characters that are not seen.
            return name.text();
        }
    }

    private Account withRole(Account account, DirectoryPerson person) {
        Role role = person.isIn(admins) ? Role.ADMIN : account.role() == Role.ADMIN ? Role.MEMBER : account.role();
        if (role == account.role() || !change(account, new AccountUpdate(role, null))) return account;
        if (role == Role.ADMIN) jdbi.useTransaction(transaction -> SignUp.settled(transaction, account.id()));
        audit.add(Action.ROLE_CHANGED, 0, BY, account.name() + ": " + role.wireName(), "");
        return jdbi.withHandle(handle -> Accounts.find(handle, account.id())).orElse(account);
    }

    /** @return false: the house's last administrator stays one, whatever the directory says */
    private boolean change(Account account, AccountUpdate update) {
        try {
            changes.change(account, account.id(), update, transaction -> {})
                    .toCompletableFuture()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
            return true;
        } catch (CompletionException failed) {
            if (!isRefused(failed)) throw busy();
            LOG.log(Level.WARNING, account.name() + " can't be what the directory says: " + failed.getCause());
            return false;
        }
    }

    private static boolean isRefused(CompletionException failed) {
        return failed.getCause() instanceof Refusal refusal && refusal.code() == Code.FORBIDDEN;
    }

    private static Refusal busy() {
        return new Refusal(Code.BUSY, "The directory does not answer. Try again in a moment.", RETRY_MILLIS);
    }

    /** Looks everybody up who is signed in: whom the directory knows no longer is disabled, which ends all their connections. */
    void disableGone() throws NamingException {
        List<Account> all = signedIn();
        List<Account> gone = new ArrayList<>();
        for (Account account : all) if (directory.find(account.name()).isEmpty()) gone.add(account);
        if (isLikely(gone.size(), all.size())) gone.forEach(this::disable);
        else LOG.log(Level.WARNING, gone.size() + " of " + all.size() + " are not found: is `ldap.*` set right?");
    }

    /** A group misspelt, or rights lost, look as if most people had left at once. */
    static boolean isLikely(int gone, int all) {
        return gone < SUSPICIOUS || gone * 2 <= all;
    }

    private void disable(Account account) {
        if (change(account, new AccountUpdate(null, true))) audit.add(Action.DISABLED, 0, BY, account.name(), "");
    }

    private List<Account> signedIn() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + Account.COLUMNS + " FROM account"
                        + " WHERE source = :source AND disabled_at IS NULL AND EXISTS"
                        + " (SELECT 1 FROM login_session s WHERE s.account = account.id"
                        + " UNION ALL SELECT 1 FROM access_token t WHERE t.account = account.id)")
                .bind("source", SOURCE)
                .map(Account.FROM_ROW)
                .list());
    }
}
