package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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
    /** Who did it, in the audit log, too. */
    private static final String SOURCE = "directory";

    private static final long RETRY_MILLIS = 5_000;
    private static final int MOST_ASKING = 16;
    /** So many may leave at once without a question. */
    private static final int SUSPICIOUS = 4;

    private final Jdbi jdbi;
    private final Directory directory;
    private final ExternalAccounts accounts;
    private final AuditLog audit;
    private final GroupRules rules;

    /** Each who asks holds a thread of the server while the directory takes its time. */
    private final Semaphore asking = new Semaphore(MOST_ASKING);

    @Inject
    public DirectoryAccounts(
            Jdbi jdbi, Directory directory, ExternalAccounts accounts, AuditLog audit, Settings settings) {
        this.jdbi = jdbi;
        this.directory = directory;
        this.accounts = accounts;
        this.audit = audit;
        // Whoever is not in the group that may come in is not found.
        this.rules = new GroupRules("", settings.text(Setting.LDAP_ADMINS));
    }

    /** For the container's proxy. */
    protected DirectoryAccounts() {
        jdbi = null;
        directory = null;
        accounts = null;
        audit = null;
        rules = null;
    }

    /** Refuses with {@code wrong_login}, {@code forbidden} or {@code busy}. */
    Account authenticate(Name name, String password) {
        DirectoryPerson person = ask(name.text(), password)
                .orElseThrow(() -> new Refusal(Code.WRONG_LOGIN, "Name or password is wrong."));
        return accounts.admit(person.as(SOURCE, name.text()), rules);
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

    private static Refusal busy() {
        return new Refusal(Code.BUSY, "The directory does not answer. Try again in a moment.", RETRY_MILLIS);
    }

    /**
     * Looks everybody up who is signed in: whom the directory knows no longer is disabled, which ends all their connections; of the others their
     * groups count anew.
     */
    void sweep() throws NamingException {
        Map<Account, DirectoryPerson> found = new LinkedHashMap<>();
        List<Account> gone = new ArrayList<>();
        for (Account account : signedIn()) {
            Optional<DirectoryPerson> person = find(account);
            if (person.isPresent()) found.put(account, person.get());
            else gone.add(account);
        }
        found.forEach((account, person) -> accounts.renew(account, person.as(SOURCE, account.name()), rules));
        int all = found.size() + gone.size();
        if (isLikely(gone.size(), all)) gone.forEach(this::disable);
        else LOG.log(Level.WARNING, gone.size() + " of " + all + " are not found: is `ldap.*` set right?");
    }

    private Optional<DirectoryPerson> find(Account account) throws NamingException {
        Optional<String> id = accounts.subjectOf(account);
        return id.isPresent() ? directory.findEntry(id.get()) : directory.find(account.name());
    }

    /** A group misspelt, or rights lost, look as if most people had left at once. */
    static boolean isLikely(int gone, int all) {
        return gone < SUSPICIOUS || gone * 2 <= all;
    }

    private void disable(Account account) {
        accounts.change(
                account, new AccountUpdate(null, true), audit.entry(Action.DISABLED, 0, SOURCE, account.name(), ""));
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
