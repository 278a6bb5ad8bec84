package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Code;
import org.holdfast.wire.Fields;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The accounts: making one, and finding one by its name and password. */
@ApplicationScoped
public class Accounts {

    private static final int LEAST_PASSWORD = 8;
    private static final int MOST_PASSWORD = 200;

    private static final String WANTED = " FROM account a WHERE POSITION(:part IN a.name_key) > 0"
            + " OR POSITION(:part IN LOWER(a.display_name)) > 0 ";

    private final Jdbi jdbi;
    private final Passwords passwords;
    private final LoginAttempts attempts;
    private final boolean isOpen;

    @Inject
    public Accounts(Jdbi jdbi, Passwords passwords, LoginAttempts attempts, Settings settings) {
        this.jdbi = jdbi;
        this.passwords = passwords;
        this.attempts = attempts;
        // Beside a directory, anybody could take a name of its people before they come.
        this.isOpen = settings.flag(Setting.SIGN_UP)
                && settings.text(Setting.LDAP_URL).isEmpty()
                && settings.text(Setting.OIDC_ISSUER).isEmpty()
                && settings.text(Setting.PRINCIPAL).isEmpty()
                && settings.text(Setting.PRINCIPAL_HEADER).isEmpty();
    }

    /** For the container's proxy. */
    protected Accounts() {
        jdbi = null;
        passwords = null;
        attempts = null;
        isOpen = false;
    }

    /** Makes an account. Refuses with {@code bad_field}, {@code name_taken} or {@code forbidden}. */
    public Account signUp(String name, String displayName, String password) {
        return signUp(name, displayName, password, "");
    }

    /** @param invitation opens a door that is closed, and says the role; empty: there is none */
    public Account signUp(String name, String displayName, String password, String invitation) {
        Name checked = Name.of("name", name);
        String shown = displayName.isBlank()
                ? checked.text()
                : Name.of("displayName", displayName).text();
        checkLength(password);
        if (invitation.isEmpty()) checkOpen();
        else jdbi.useHandle(handle -> OneTimeTokens.check(handle, Purpose.INVITATION, invitation));
        // Hashed before the transaction: no lock is held while a processor works for a tenth of a second.
        SignUp signUp =
                new SignUp(checked, shown, passwords.hash(password), isOpen, invitation, System.currentTimeMillis());
        return jdbi.inTransaction(signUp::in);
    }

    /** Whose name and password these are. Refuses with {@code wrong_login}, {@code rate_limited} or {@code busy}. */
    public Account authenticate(String name, String password) {
        return prove(name, password).account();
    }

    Proof prove(String name, String password) {
        String key = new Name(name.strip()).key();
        attempts.begin(key);
        Optional<Proof> found = credentials(key);
        if (found.isEmpty()) {
            passwords.checkNobody(password);
        }
        Proof proof = found.filter(credentials -> passwords.isRight(password, credentials.passwordHash()))
                .orElseThrow(() -> new Refusal(Code.WRONG_LOGIN, "Name or password is wrong."));
        attempts.succeeded(key);
        return proof;
    }

    /** Whether we know the password of an account of that name; false also: there is none. */
    public boolean isOwn(Name name) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT 1 FROM account WHERE name_key = :key AND source = 'own'")
                        .bind("key", name.key())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Whether there is an account of that name, be it disabled. */
    public boolean isKnown(String name) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT 1 FROM account WHERE name_key = :key")
                .bind("key", new Name(name.strip()).key())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }

    public Optional<Account> find(long id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    /** The same for a write, by its transaction. */
    public static Optional<Account> find(Handle transaction, long id) {
        return transaction
                .createQuery("SELECT " + Account.COLUMNS + " FROM account WHERE id = :id AND disabled_at IS NULL")
                .bind("id", id)
                .map(Account.FROM_ROW)
                .findOne();
    }

    /** Those whose names have the part in them, by name, disabled ones too. */
    public List<ListedAccount> list(String part, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT a.id, a.name, a.display_name, a.role, a.source, a.disabled_at, a.created_at, "
                                + "(SELECT MAX(s.last_seen_at) FROM login_session s WHERE s.account = a.id) AS seen_at"
                                + WANTED + "ORDER BY a.name_key LIMIT :most")
                .bind("part", folded(part))
                .bind("most", most)
                .map(ListedAccount::of)
                .list());
    }

    /** How many there are of them. */
    public long count(String part) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*)" + WANTED)
                .bind("part", folded(part))
                .mapTo(Long.class)
                .one());
    }

    private static String folded(String part) {
        return part.strip().toLowerCase(Locale.ROOT);
    }

    /** Be it disabled. */
    public static Optional<Account> any(Handle transaction, long id) {
        return transaction
                .createQuery("SELECT " + Account.COLUMNS + " FROM account WHERE id = :id")
                .bind("id", id)
                .map(Account.FROM_ROW)
                .findOne();
    }

    private Optional<Proof> credentials(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + Account.COLUMNS + ", password_hash FROM account"
                        + " WHERE name_key = :key AND source = 'own' AND disabled_at IS NULL")
                .bind("key", key)
                .map((row, context) -> new Proof(Account.FROM_ROW.map(row, context), row.getString("password_hash")))
                .findOne());
    }

    /** Asked before the costly hash, and once more in the transaction. */
    private void checkOpen() {
        if (!isOpen()) throw SignUp.closed();
    }

    /** Whether anybody may make an account now: always the first one. */
    public boolean isOpen() {
        return isOpen
                || jdbi.withHandle(handle -> handle.createQuery("SELECT COUNT(*) FROM site WHERE first_account IS NULL")
                                .mapTo(Integer.class)
                                .one()
                        == 1);
    }

    static void checkLength(String password) {
        if (password.length() < LEAST_PASSWORD || password.length() > MOST_PASSWORD) {
            throw Fields.bad("password", "must have " + LEAST_PASSWORD + " to " + MOST_PASSWORD + " characters");
        }
    }
}
