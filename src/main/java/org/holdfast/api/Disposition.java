package org.holdfast.api;

import java.nio.charset.StandardCharsets;

/** The {@code Content-Disposition} of a download: RFC 6266, the name by RFC 8187, and once more for those who don't know that. */
final class Disposition {
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Disposition() {}

    static String attachment(String name) {
        return "attachment; filename=\"" + ascii(name) + "\"; filename*=UTF-8''" + encoded(name);
    }

    private static String ascii(String name) {
        return name.replaceAll("[^ !#-\\[\\]-~]|%", "_");
    }

    private static String encoded(String name) {
        StringBuilder out = new StringBuilder();
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean isPlain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (isPlain || PLAIN.indexOf(c) >= 0) out.append(c);
            else out.append(String.format("%%%02X", (int) c));
        }
        return out.toString();
    }
}
