package org.holdfast.account;

/**
 * An account that is signed in.
 *
 * @param tokenHash names the login session; the token itself is only in the browser
 * @param scope what may be done with it
 */
public record Login(Account account, String tokenHash, Scope scope) {
    /** Whoever is not signed in, where that is allowed. */
    public static final Login NOBODY = new Login(new Account(0, 0, "", "", Role.MEMBER), "");

    /** Of a person, in a browser. */
    public Login(Account account, String tokenHash) {
        this(account, tokenHash, Scope.PERSON);
    }

    public boolean isNobody() {
        return account.id() == 0;
    }
}
