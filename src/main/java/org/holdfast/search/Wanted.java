package org.holdfast.search;

import java.util.List;
import java.util.Set;

/**
 * What somebody looks for: all of it has to be so.
 *
 * @param phrases words that stand together; one word mostly
 * @param from names, of which one is the author's; empty: whoever wrote it
 * @param in names, of which one is the room's; empty: wherever it is
 * @param since from that time on, milliseconds since 1970
 * @param until before that time
 * @param has what comes with it, a {@code file} or a {@code link}
 */
record Wanted(List<Phrase> phrases, List<String> from, List<String> in, long since, long until, Set<String> has) {
    /** @param isBegun whether the last word may go on: somebody is still writing it */
    record Phrase(String text, boolean isBegun) {}
}
