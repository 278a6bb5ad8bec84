package org.holdfast.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody looks for.
 *
 * @param all what it has to be, all of it
 * @param none what it must not be, none of it
 * @param since from that time on, milliseconds since 1970
 * @param until before that time
 */
record Wanted(Traits all, Traits none, long since, long until) {
    /** @param isBegun whether the last word may go on: somebody is still writing it */
    record Phrase(String text, boolean isBegun) {}

    /**
     * What messages have.
     *
     * @param phrases words that stand together; one word mostly
     * @param from names, of which one is the author's
     * @param in names, of which one is the room's
     * @param has what comes with it, a {@code file} or a {@code link}
     */
    record Traits(List<Phrase> phrases, List<String> from, List<String> in, Set<String> has) {
        Traits() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        }
    }

    boolean hasPhrases() {
        return !all.phrases().isEmpty() || !none.phrases().isEmpty();
    }
}
