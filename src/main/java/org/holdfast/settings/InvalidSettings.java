package org.holdfast.settings;

import java.util.List;

/** What was set can't be used: the server does not start, and each mistake is told. */
public final class InvalidSettings extends RuntimeException {

    InvalidSettings(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
    }

    InvalidSettings(String mistake, Throwable cause) {
        super(mistake, cause);
    }
}
