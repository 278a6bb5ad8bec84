package org.holdfast.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.holdfast.wire.Code;
import org.holdfast.wire.Name;
import org.holdfast.wire.Refusal;

/** Finds an account by a name and a password, wherever that is known: here, or in the directory. */
@ApplicationScoped
public class Authentication {
    private final Accounts accounts;
    private final Directory directory;
    private final DirectoryAccounts directoryAccounts;
    private final LoginAttempts attempts;

    @Inject
    public Authentication(
            Accounts accounts, Directory directory, DirectoryAccounts directoryAccounts, LoginAttempts attempts) {
        this.accounts = accounts;
        this.directory = directory;
        this.directoryAccounts = directoryAccounts;
        this.attempts = attempts;
    }

    /** For the container's proxy. */
    protected Authentication() {
        this(null, null, null, null);
    }

    /**
     * Accounts of our own come first: the administrator gets in also while the directory is away, and nobody whom it knows by the same name
     * becomes them. Refuses with {@code wrong_login}, {@code forbidden}, {@code rate_limited} or {@code busy}.
     */
    public Proof authenticate(String name, String password) {
        Name given = new Name(name.strip());
        if (!directory.isUsed() || accounts.isOwn(given)) return accounts.prove(name, password);
        attempts.begin(given.key());
        Account account = ofDirectory(given, password);
        attempts.succeeded(given.key());
        return Proof.of(account);
    }

    private Account ofDirectory(Name given, String password) {
        try {
            return directoryAccounts.authenticate(given, password);
        } catch (Refusal refused) {
            // Nobody guessed: the directory was away.
            if (refused.code() == Code.BUSY) attempts.takeBack(given.key());
            throw refused;
        }
    }
}
