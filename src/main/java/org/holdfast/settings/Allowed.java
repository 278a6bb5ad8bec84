package org.holdfast.settings;

/** The values that a setting may have: a kind, and for amounts the least and the most. */
record Allowed(Kind kind, long least, long most) {

    Object read(String text) {
        Object value = kind.read(text);
        if (kind.isAmount() && isOutside((Long) value)) {
            throw new IllegalArgumentException(text);
        }
        return value;
    }

    String inWords() {
        return kind.isAmount() ? kind.allowed() + ", " + least + " to " + most : kind.allowed();
    }

    private boolean isOutside(long amount) {
        return amount < least || amount > most;
    }
}
