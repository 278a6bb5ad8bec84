package org.holdfast.api;

/** One that no script can read, as a response says it. Not JAX-RS's own: it has a {@code SameSite} since Jakarta EE 10 only. */
record SetCookie(String name, String value, String path, int maxAgeSeconds, String sameSite, boolean isSecure) {
    static final String HEADER = "Set-Cookie";

    /** The header's value. */
    @Override
    public String toString() {
        return name + "=" + value + ";Path=" + path + ";Max-Age=" + maxAgeSeconds + (isSecure ? ";Secure" : "")
                + ";HttpOnly;SameSite=" + sameSite;
    }
}
