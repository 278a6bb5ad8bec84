package org.holdfast.log;

/** Who caused an event: the account's id and the name it had then. */
public record Author(long id, String name) {}
