package org.holdfast.wire;

/** One emoji, or a few that are drawn as one: symbols and what joins and colours them, no letters (Unicode TS #51, section 1.4.9). */
public record Emoji(String text) {
    private static final int MOST = 32;
    private static final String PARTS = "[0-9#*]\\x{FE0F}?\\x{20E3}"
            + "|[\\p{So}\\p{Sk}\\p{Sm}\\p{Po}\\x{2190}-\\x{2BFF}\\x{1F000}-\\x{1FAFF}][\\p{Sk}\\x{FE0F}\\x{200D}\\x{20E3}\\p{So}\\x{1F000}-\\x{1FAFF}\\x{2640}\\x{2642}\\x{E0020}-\\x{E007F}]*";

    public static Emoji of(String text) {
        if (text.length() > MOST || !text.matches(PARTS)) throw Fields.bad("emoji", "must be one emoji");
        return new Emoji(text);
    }
}
