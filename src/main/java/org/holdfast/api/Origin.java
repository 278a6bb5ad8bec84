package org.holdfast.api;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page comes from. Compared as a whole: a part of a name proves nothing. */
record Origin(String scheme, String host, int port) {

    private static final Pattern FORM = Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::([0-9]{1,5}))?");

    /** Empty for all that is no origin of the web, {@code null} (a sandboxed page) included. */
    static Optional<Origin> of(String text) {
        Matcher parts = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1);
        int port = parts.group(3) == null ? usualPort(scheme) : Integer.parseInt(parts.group(3));
        return Optional.of(new Origin(scheme, parts.group(2), port));
    }

    /** The origin of an address, which may go on with a path. */
    static Optional<Origin> ofAddress(String address) {
        int path = address.indexOf('/', address.indexOf("://") + 3);
        return of(path < 0 ? address : address.substring(0, path));
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
