package org.holdfast.delivery;

import java.util.concurrent.atomic.AtomicInteger;
import org.holdfast.account.Login;

/** Who sends commands, and is answered: a connection, or one HTTP request. */
public interface Caller {
    Login login();

    /** The session that it is of; null: it named none. */
    String session();

    /** Whether it may do more than say hello. */
    boolean isWelcomed();

    /** Gives the answer to a command. By any thread; does not block. */
    void reply(String frame);

    /** A command is carried out that has no answer. */
    default void done() {}

    /** How many of its posts wait for their answer. */
    AtomicInteger postsInFlight();
}
