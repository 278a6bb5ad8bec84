package org.holdfast.faults;

import java.util.Map;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Receipt;
import org.holdfast.lab.TcpProxy;

/** A person at the far end of a line of their own. */
interface End extends AutoCloseable {
    TcpProxy line();

    void post(long room, String text);

    boolean isLive();

    /** How many connections have ended. */
    int endings();

    /** Posts that are neither acknowledged nor refused for good. */
    int unanswered();

    /** Each post that was refused for good, and why. */
    Map<String, String> refused();

    Map<String, Receipt> acknowledged();

    Oracle.Witness witness(long room);

    @Override
    void close();
}
