package org.holdfast.account;

/**
 * An account that is signed in.
 *
 * @param tokenHash names the login session; the token itself is only in the browser
 */
public record Login(Account account, String tokenHash) {
    /** Whoever is not signed in, where that is allowed. */
    public static final Login NOBODY = new Login(new Account(0, 0, "", "", Role.MEMBER), "");

    public boolean isNobody() {
        return account.id() == 0;
    }
}
