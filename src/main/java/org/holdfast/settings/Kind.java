package org.holdfast.settings;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What sort of value a setting takes: how its text is read, and how that is said to a person. */
public enum Kind {
    TEXT("any text", text -> text),
    NUMBER("a whole number", Long::valueOf),
    DURATION("a whole number of milliseconds, or one with the unit ms, s, m, h or d", Kind::millis),
    FLAG("true or false", Kind::flag),
    ADDRESS("an http or https address, or nothing", Kind::address),
    SECRET("any text", text -> text) {
        @Override
        String shown(String text) {
            return text.isEmpty() ? "" : HIDDEN;
        }
    },
    DATABASE(
            "an address such as jdbc:postgresql://host/database without a password in it, or nothing", Kind::database) {
        @Override
        String shown(String text) {
            return PASSWORD.matcher(text).replaceAll("$1" + HIDDEN);
        }
    },
    DIRECTORY("an ldap or ldaps address, or nothing", Kind::directory),
    ADDRESSES("IP addresses such as 10.0.0.7, separated by commas, or nothing", Kind::addresses),
    PRINCIPAL("container, or nothing", Kind::principal),
    GROUPS("pairs such as sales => Lunch, separated by semicolons, or nothing", Kind::groups),
    ORIGINS("origins such as https://intranet.example, separated by commas, or nothing", Kind::origins);

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)?");
    private static final Pattern GROUP = Pattern.compile("\\S.*=>.*\\S");
    private static final Pattern ORIGIN = Pattern.compile("https?://[^/?#,@\\s]+");
    private static final Pattern IP_ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final Pattern PASSWORD = Pattern.compile("(?i)(password=)[^&]*");
    private static final String HIDDEN = "(hidden)";
    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private final String allowed;
    private final Function<String, Object> reading;

    Kind(String allowed, Function<String, Object> reading) {
        this.allowed = allowed;
        this.reading = reading;
    }

    /** The values that are allowed, in words. */
    public String allowed() {
        return allowed;
    }

    /** The text of a value as it may be printed. */
    String shown(String text) {
        return text;
    }

    boolean isAmount() {
        return this == NUMBER || this == DURATION;
    }

    /** The value that the text stands for; throws IllegalArgumentException when it stands for none. */
    Object read(String text) {
        return reading.apply(text.strip());
    }

    private static Long millis(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw new IllegalArgumentException(text);
        }
        String unit = amount.group(2) == null ? "ms" : amount.group(2);
        return Math.multiplyExact(Long.parseLong(amount.group(1)), (long) MILLIS.get(unit));
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String address(String text) {
        if (text.isEmpty()) {
            return text;
        }
        URI address = URI.create(text);
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!web || address.getHost() == null) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static String database(String text) {
        boolean isKnown = text.isEmpty() || text.startsWith("jdbc:postgresql:");
        if (!isKnown || PASSWORD.matcher(text).find()) throw new IllegalArgumentException(text);
        return text;
    }

    private static List<String> origins(String text) {
        return list(text, ORIGIN);
    }

    private static String directory(String text) {
        if (!text.isEmpty() && !text.matches("ldaps?://[^\\s/]+/?")) throw new IllegalArgumentException(text);
        return text;
    }

    private static List<String> addresses(String text) {
        return list(text, IP_ADDRESS);
    }

    private static String principal(String text) {
        if (!text.isEmpty() && !text.equals("container")) throw new IllegalArgumentException(text);
        return text;
    }

    /** No separator that a distinguished name may have without a backslash: RFC 4514, section 2.4. */
    private static List<String> groups(String text) {
        return list(text, GROUP, ";");
    }

    private static List<String> list(String text, Pattern form) {
        return list(text, form, ",");
    }

    private static List<String> list(String text, Pattern form, String separator) {
        List<String> parts = Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        if (!parts.stream().allMatch(part -> form.matcher(part).matches())) {
            throw new IllegalArgumentException(text);
        }
        return parts;
    }
}
