package org.holdfast.wire;

import java.nio.charset.StandardCharsets;

/** One text, for many readers perhaps: its bytes are made once, when the first of them needs bytes. */
public final class Text {
    private final String characters;
    private final boolean shared;

    /** Null until asked for. Two who ask at the same moment make the same bytes: no lock is needed. */
    private volatile byte[] utf8;

    /** For one reader alone. */
    public Text(String characters) {
        this(characters, false);
    }

    private Text(String characters, boolean shared) {
        this.characters = characters;
        this.shared = shared;
    }

    public static Text shared(String characters) {
        return new Text(characters, true);
    }

    /** Whether others are sent it too: only then it is worth keeping what is made of it. */
    public boolean isShared() {
        return shared;
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
