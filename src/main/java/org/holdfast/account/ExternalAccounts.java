package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.holdfast.audit.Action;
import org.holdfast.audit.AuditLog;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The accounts of those whom another system vouches for: made at their first sign-in. */
@ApplicationScoped
public class ExternalAccounts {
    private static final Logger LOG = System.getLogger(ExternalAccounts.class.getName());
    private static final long RETRY_MILLIS = 5_000;
    private static final long LIMIT_SECONDS = 20;
    private static final String OF_SUBJECT = " FROM account WHERE source = :source AND subject = :subject";

    private final Jdbi jdbi;
    private final AccountChanges changes;
    private final AuditLog audit;
    private final Consumer<GroupsSeen> seen;

    @Inject
    public ExternalAccounts(Jdbi jdbi, AccountChanges changes, AuditLog audit, Event<GroupsSeen> seen) {
        this.jdbi = jdbi;
        this.changes = changes;
        this.audit = audit;
        this.seen = seen::fire;
    }

    /** For the container's proxy. */
    protected ExternalAccounts() {
        jdbi = null;
        changes = null;
        audit = null;
        seen = null;
    }

    /** Refuses with {@code forbidden}, {@code name_taken}, {@code bad_field} (the name is no name here) or {@code busy}. */
    public Account admit(ExternalPerson person, GroupRules rules) {
        rules.check(person);
        return renew(find(person).orElseGet(() -> provision(person)), person, rules);
    }

    /** Has what the person's groups say now hold. */
    Account renew(Account account, ExternalPerson person, GroupRules rules) {
        Account now = withRole(account, person, rules.roleOf(person, account.role()));
        seen.accept(new GroupsSeen(now, person.groups()));
        return now;
    }

    private Optional<Account> find(ExternalPerson person) {
        return jdbi.inTransaction(transaction -> {
            Optional<Account> found = known(transaction, person).or(() -> adopted(transaction, person));
            found.ifPresent(account -> checkEnabled(transaction, account));
            return found;
        });
    }

    private static void checkEnabled(Handle transaction, Account account) {
        if (Accounts.find(transaction, account.id()).isEmpty())
            throw new Refusal(Code.FORBIDDEN, "This account is disabled.");
    }

    /** Be it disabled. */
    public Optional<Account> find(String source, String subject) {
        return jdbi.withHandle(handle -> find(handle, source, subject));
    }

    /** As whom its source knows the person; empty: by the name alone. */
    Optional<String> subjectOf(Account account) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT subject FROM account WHERE id = ? AND subject IS NOT NULL", account.id())
                .mapTo(String.class)
                .findOne());
    }

    private static Optional<Account> known(Handle handle, ExternalPerson person) {
        return Optional.ofNullable(person.subject()).flatMap(subject -> find(handle, person.source(), subject));
    }

    private static Optional<Account> find(Handle handle, String source, String subject) {
        return handle.createQuery("SELECT " + Account.COLUMNS + OF_SUBJECT)
                .bind("source", source)
                .bind("subject", subject)
                .map(Account.FROM_ROW)
                .findOne();
    }

    /** One that was made by its name, before its system told more than that. */
    private static Optional<Account> adopted(Handle transaction, ExternalPerson person) {
        Optional<Account> found = transaction
                .createQuery("SELECT " + Account.COLUMNS
                        + " FROM account WHERE source = :source AND subject IS NULL AND name_key = :key")
                .bind("source", person.source())
                .bind("key", new Name(person.name()).key())
                .map(Account.FROM_ROW)
                .findOne();
        found.ifPresent(account -> vouch(transaction, person, account.id()));
        return found;
    }

    private static void vouch(Handle transaction, ExternalPerson person, long account) {
        transaction.execute(
                "UPDATE account SET source = ?, subject = ? WHERE id = ?", person.source(), person.subject(), account);
    }

    private Account provision(ExternalPerson person) {
        Name name = Name.of("name", person.name());
        // A hash that no password has.
        SignUp signUp = new SignUp(name, shown(name, person), "-", true, "", System.currentTimeMillis());
        try {
            return jdbi.inTransaction(transaction -> {
                Account account = signUp.asMember(transaction);
                vouch(transaction, person, account.id());
                AuditLog.add(transaction, Action.SIGNED_UP, account.id(), account.name(), person.source(), "");
                return account;
            });
        } catch (Refusal taken) {
            // By the same person, who came in twice at once.
            return find(person).orElseThrow(() -> taken);
        }
    }

    private static String shown(Name name, ExternalPerson person) {
        try {
            return Name.of("displayName", person.displayName()).text();
        } catch (Refusal unfit) {
            // Empty, too long, or with characters that are not seen.
            return name.text();
        }
    }

    private Account withRole(Account account, ExternalPerson person, Role role) {
        if (role == account.role()) return account;
        Consumer<Handle> entry =
                audit.entry(Action.ROLE_CHANGED, 0, person.source(), account.name() + ": " + role.wireName(), "");
        if (!change(account, new AccountUpdate(role, null), entry)) return account;
        if (role == Role.ADMIN) jdbi.useTransaction(transaction -> SignUp.settled(transaction, account.id()));
        return jdbi.withHandle(handle -> Accounts.find(handle, account.id())).orElse(account);
    }

    /** @param with is done in the same transaction. @return false: the house's last administrator stays one, whatever is said elsewhere */
    boolean change(Account account, AccountUpdate update, Consumer<Handle> with) {
        try {
            changes.change(account, account.id(), update, with)
                    .toCompletableFuture()
                    .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .join();
            return true;
        } catch (CompletionException failed) {
            if (!isRefused(failed)) throw new Refusal(Code.BUSY, "Try again in a moment.", RETRY_MILLIS);
            LOG.log(Level.WARNING, account.name() + " can't be what is said elsewhere: " + failed.getCause());
            return false;
        }
    }

    private static boolean isRefused(CompletionException failed) {
        return failed.getCause() instanceof Refusal refusal && refusal.code() == Code.FORBIDDEN;
    }
}
