package org.holdfast.faults;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;

/** What not every machine allows. Where it is not allowed there is a reason, and whoever has to do without says it. */
final class Possible<T> {
    private static final System.Logger LOG = System.getLogger(Possible.class.getName());

    private final T thing;
    private final String reason;

    private Possible(T thing, String reason) {
        this.thing = thing;
        this.reason = reason;
    }

    /** @param make throws an {@link IllegalStateException} that says why it is not possible here */
    static <T> Possible<T> of(String what, Supplier<T> make) {
        try {
            return new Possible<>(make.get(), null);
        } catch (IllegalStateException impossible) {
            return new Possible<>(null, "Skipped: without " + what + ", since " + impossible.getMessage());
        }
    }

    void ifSo(Consumer<T> use) {
        if (reason == null) use.accept(thing);
        else LOG.log(System.Logger.Level.WARNING, reason);
    }

    /** Ends the test where it is not possible. */
    T orSkip() {
        ifSo(there -> {});
        Assumptions.assumeTrue(reason == null, reason);
        return thing;
    }
}
