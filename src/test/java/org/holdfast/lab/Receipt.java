package org.holdfast.lab;

/** An {@code ack}: the server's word that a message is committed. */
public record Receipt(String id, long room, long sequence, long at) {}
