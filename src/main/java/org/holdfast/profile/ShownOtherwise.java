package org.holdfast.profile;

/** A person wants others to see them as something else, at whichever node they said so; fired after the commit. */
public record ShownOtherwise(long account) {}
