package org.holdfast.account;

/**
 * An account whose person has shown that it is theirs.
 *
 * @param passwordHash of the password that was right: it has to be still when the login begins; empty: somebody else vouches
 */
public record Proof(Account account, String passwordHash) {

    public static Proof of(Account account) {
        return new Proof(account, "");
    }

    /** Not the hash: records print themselves into logs. */
    @Override
    public String toString() {
        return "Proof of " + account.name();
    }
}
