package org.holdfast.wire;

import java.nio.charset.StandardCharsets;

/** One text for many readers: its bytes are made once, when the first of them needs bytes. */
public final class Text {
    private final String characters;

    /** Null until asked for. Two who ask at the same moment make the same bytes: no lock is needed. */
    private volatile byte[] utf8;

    public Text(String characters) {
        this.characters = characters;
    }

    /** In UTF-16 units. */
    public int length() {
        return characters.length();
    }

    /** The text in UTF-8, shared: nobody writes into it. */
    public byte[] utf8() {
        if (utf8 == null) utf8 = characters.getBytes(StandardCharsets.UTF_8);
        return utf8;
    }

    @Override
    public String toString() {
        return characters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Text text && characters.equals(text.characters);
    }

    @Override
    public int hashCode() {
        return characters.hashCode();
    }
}
