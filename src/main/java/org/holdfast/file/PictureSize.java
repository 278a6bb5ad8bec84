package org.holdfast.file;

import java.util.Locale;
import org.holdfast.wire.Fields;

/** The smaller copies of an image: what is shown in place of it. Without whatever else was in the file. */
public enum PictureSize {
    /** Beside the text, on a screen of two dots a pixel. */
    THUMBNAIL(720),
    /** Filling the window. */
    VIEW(2_048);

    private final int side;

    PictureSize(int side) {
        this.side = side;
    }

    /** @throws org.holdfast.wire.Refusal {@code bad_field} */
    public static PictureSize of(String wireName) {
        for (PictureSize size : values()) if (size.wireName().equals(wireName)) return size;
        throw Fields.bad("as", "must be thumbnail or view");
    }

    /** Of the square into which it fits, in pixels. */
    int side() {
        return side;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
