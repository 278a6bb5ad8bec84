package org.holdfast.lab;

/** What a client does after a connection ended with a code (protocol, section 5.1). */
enum CloseCode {
    RECONNECT,
    LOG_IN,
    STOP;

    static CloseCode after(int code) {
        return switch (code) {
            case 1000, 4400, 4403, 4409, 4426 -> STOP;
            case 1008, 4401 -> LOG_IN;
            default -> RECONNECT;
        };
    }
}
