package org.holdfast.account;

/**
 * An administrator changed what an account is; fired after the commit, when nobody is told any more what it was.
 *
 * @param role what it is now
 * @param isDisabled whether it may not sign in
 */
public record AccountChanged(long account, Role role, boolean isDisabled) {}
