package org.holdfast.db;

/** Where a PostgreSQL database is, and whom it knows us as. */
public record DatabaseAddress(String url, String user, String password) {
    /** Not the password: records print themselves into logs. */
    @Override
    public String toString() {
        return url + " as \"" + user + "\"";
    }
}
