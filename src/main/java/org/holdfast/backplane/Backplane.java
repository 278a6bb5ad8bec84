package org.holdfast.backplane;

import java.util.function.Consumer;

/** The way to the other nodes of the same database. */
public interface Backplane extends AutoCloseable {
    /** There are no others. */
    Backplane LOCAL = new Backplane() {
        @Override
        public void tell(Hint hint) {}

        @Override
        public void hear(String kind, Consumer<Hint> ear) {}

        @Override
        public void hearOfLosses(Runnable ear) {}

        @Override
        public void close() {}
    };

    /** Tells the other nodes. Does not block; the hint may be lost, doubled, or come late. */
    void tell(Hint hint);

    /** Who acts on hints of a kind. Called by one thread, one after the other; a moment for the database is all right. */
    void hear(String kind, Consumer<Hint> ear);

    /** Who looks by themselves when hints may have been lost. */
    void hearOfLosses(Runnable ear);

    @Override
    void close();
}
