package org.holdfast.lab;

/**
 * A message as its author posted it.
 *
 * @param author the author's account id, as JSON text
 */
public record Posted(String id, long room, String author, String text) {}
