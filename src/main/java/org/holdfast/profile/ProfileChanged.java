package org.holdfast.profile;

/** A person shows themself otherwise; fired after the commit. */
public record ProfileChanged(long account) {}
