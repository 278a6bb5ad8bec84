package org.holdfast.delivery;

import org.holdfast.wire.CloseCode;

/** Ends connections on a thread of its own: a close may block for as long as the peer likes (Open Liberty, Tomcat). */
@FunctionalInterface
interface Closing {
    void close(Subscriber subscriber, CloseCode code);
}
