package org.holdfast.account;

/**
 * An account that is signed in.
 *
 * @param tokenHash names the login session; the token itself is only in the browser
 */
public record Login(Account account, String tokenHash) {}
