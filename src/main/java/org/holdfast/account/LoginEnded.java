package org.holdfast.account;

/** A login session is over: signed out, expired or revoked. Its connections are closed. */
public record LoginEnded(String tokenHash, long account) {}
