package org.holdfast.search;

/** A part of a text, in UTF-16 units. */
record Range(int start, int end) {
    String json() {
        return "[" + start + "," + end + "]";
    }
}
