package org.holdfast.backplane;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What somebody else has made up, as a word of a hint: RFC 4648 section 5. */
public final class OneWord {
    private OneWord() {}

    public static String of(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String read(String word) {
        return new String(Base64.getUrlDecoder().decode(word), StandardCharsets.UTF_8);
    }
}
