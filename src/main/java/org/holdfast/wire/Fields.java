package org.holdfast.wire;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** The members of an object that came in, checked as they are read. Each check refuses with {@code bad_field} and names the member. */
public final class Fields {
    private static final BigDecimal MOST = BigDecimal.valueOf((1L << 53) - 1);

    private final JsonObject object;

    public Fields(JsonObject object) {
        this.object = object;
    }

    public static Fields empty() {
        return new Fields(JsonValue.EMPTY_JSON_OBJECT);
    }

    public boolean has(String name) {
        return object.containsKey(name) && object.get(name) != JsonValue.NULL;
    }

    public Set<String> names() {
        return object.keySet();
    }

    /** A string of so many UTF-16 units. */
    public String text(String name, int least, int most) {
        return text(name, object.get(name), least, most);
    }

    private static String text(String name, JsonValue given, int least, int most) {
        if (!(given instanceof JsonString string)) throw bad(name, "must be a string");
        String text = string.getString();
        if (text.length() < least || text.length() > most)
            throw bad(name, "must have " + least + " to " + most + " characters");
        return text;
    }

    public String textOr(String name, int most, String otherwise) {
        return has(name) ? text(name, 0, most) : otherwise;
    }

    /** A whole number from 0 to 2⁵³ − 1: what JavaScript counts exactly. */
    public long number(String name) {
        return number(name, object.get(name));
    }

    private static long number(String name, JsonValue given) {
        if (!(given instanceof JsonNumber number)) throw bad(name, "must be a whole number");
        BigDecimal value = number.bigDecimalValue();
        // The scale first: comparing 1e999999999 would spell all its digits out.
        if (value.scale() != 0 || value.precision() > 16 || value.signum() < 0 || value.compareTo(MOST) > 0)
            throw bad(name, "must be a whole number from 0 to 9007199254740991");
        return value.longValue();
    }

    public long numberOr(String name, long otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** An array of such numbers. */
    public List<Long> numbers(String name) {
        if (!(object.get(name) instanceof JsonArray array)) throw bad(name, "must be an array of whole numbers");
        return array.stream().map(value -> number(name, value)).toList();
    }

    /** An array of strings of so many UTF-16 units each; not there: none. */
    public List<String> textsOrNone(String name, int most) {
        if (!has(name)) return List.of();
        if (!(object.get(name) instanceof JsonArray array)) throw bad(name, "must be an array of strings");
        return array.stream().map(value -> text(name, value, 1, most)).toList();
    }

    public boolean flagOr(String name, boolean otherwise) {
        if (!has(name)) return otherwise;
        JsonValue value = object.get(name);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) throw bad(name, "must be true or false");
        return value == JsonValue.TRUE;
    }

    /** Whatever it is; null: it is not there. */
    public JsonValue value(String name) {
        return object.get(name);
    }

    public Fields object(String name) {
        if (object.get(name) instanceof JsonObject inner) return new Fields(inner);
        throw bad(name, "must be an object");
    }

    public Fields objectOrEmpty(String name) {
        return has(name) ? object(name) : empty();
    }

    public static Refusal bad(String name, String rule) {
        return new Refusal(Code.BAD_FIELD, "\"" + name + "\" " + rule + ".");
    }
}
