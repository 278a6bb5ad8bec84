package org.holdfast.wire;

/** A command that can't be carried out, with the documented code. No fault of the program: it carries no stack trace. */
public final class Refusal extends RuntimeException {
    private final Code code;
    private final long retryAfterMillis;

    public Refusal(Code code, String message) {
        this(code, message, 0);
    }

    /** @param retryAfterMillis when to try again; 0: not said */
    public Refusal(Code code, String message, long retryAfterMillis) {
        super(message, null, false, false);
        this.code = code;
        this.retryAfterMillis = retryAfterMillis;
    }

    public Code code() {
        return code;
    }

    public long retryAfterMillis() {
        return retryAfterMillis;
    }

    /** The data of a {@code refused} frame and the body of an HTTP error. */
    public String json(String id) {
        StringBuilder json = new StringBuilder(128).append('{');
        if (id != null) json.append("\"id\":").append(JsonText.quote(id)).append(',');
        json.append("\"code\":\"").append(code.wireName());
        json.append("\",\"message\":").append(JsonText.quote(getMessage()));
        json.append(",\"retryable\":").append(code.retryable());
        if (retryAfterMillis > 0) json.append(",\"retryAfter\":").append(retryAfterMillis);
        return json.append('}').toString();
    }
}
