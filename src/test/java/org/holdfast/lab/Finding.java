package org.holdfast.lab;

/** Something that the guarantee forbids, and where it was seen. */
public record Finding(Fault fault, String what) {
    public enum Fault {
        /** Acknowledged, and not in the log. */
        LOST,
        /** Twice in the log, or twice on one connection. */
        DOUBLE,
        /** Not in the order of the log, or not in that of its author. */
        OUT_OF_ORDER,
        /** Of another room, or posted by nobody. */
        FOREIGN,
        /** A sequence is missing. */
        GAP,
        /** A client's view is not what the log says. */
        DIFFERENT,
        /** Not what the protocol allows on the wire. */
        MALFORMED
    }

    @Override
    public String toString() {
        return fault + ": " + what;
    }
}
