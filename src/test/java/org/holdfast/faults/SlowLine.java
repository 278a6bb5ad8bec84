package org.holdfast.faults;

import java.io.EOFException;
import java.io.IOException;

/** What comes to a reader that reads when it likes. */
interface SlowLine extends AutoCloseable {
    /**
     * The next text of frames.
     *
     * @throws EOFException it is over; says how
     */
    String next() throws IOException;

    @Override
    void close() throws IOException;
}
