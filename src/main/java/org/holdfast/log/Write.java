package org.holdfast.log;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a command wants written. Its methods are called by the {@link LogWriter}'s drain, one write at a time. */
public interface Write {
    /**
     * The events to append. This is where the command is authorised: nothing can come between this call and the commit.
     *
     * @param transaction the only connection that it may use: another may not be had while this one is held. Only a write that
     *     {@link #isAlone()} may change rows and then refuse: the others share it
     * @throws org.holdfast.wire.Refusal nothing of this write is done
     */
    List<Draft> drafts(Handle transaction);

    /** Whether it changes rows of its own: it gets a transaction of its own then, which a refusal rolls back. */
    default boolean isAlone() {
        return false;
    }

    /** The one event of it that carries a client message id, as it would be written; null: none does. */
    default Draft identified() {
        return null;
    }

    /** The logs that have to be locked before it is authorised: what another node may change meanwhile decides. */
    default List<Long> guarded() {
        Draft draft = identified();
        return draft == null ? List.of() : List.of(draft.log());
    }

    /** After the commit, before anybody is told: the place to bring memory in line with the database. */
    default void committed(List<Event> events) {}
}
