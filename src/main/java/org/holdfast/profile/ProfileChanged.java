package org.holdfast.profile;

/**
 * A person shows themself otherwise; fired after the commit.
 *
 * @param isRenamed under another name, too
 */
public record ProfileChanged(long account, boolean isRenamed) {}
