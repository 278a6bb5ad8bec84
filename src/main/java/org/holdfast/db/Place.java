package org.holdfast.db;

/**
 * Where a database is. It is told where; one that is asked, and is somewhere else, was restored from a backup: what was said after that is
 * not in it, and its logs will give the same numbers to other events.
 */
public interface Place {
    /** Of a copy, wherever it is. */
    String OF_A_COPY = "copy";

    /** Whether what it was told is here. */
    boolean is(String told);

    /** What it is to be told now. */
    String now();

    /** It was told that. */
    default void told(String place) {}
}
