package org.holdfast.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Which profiles changed lately, at whichever node. */
@ApplicationScoped
public class RecentProfiles {
    /** A change may be committed after one that began later, and clocks of databases jump. */
    private static final long OVERLAP_MILLIS = 60_000;

    private final Jdbi jdbi;

    /** By account the newest revision that was found; of those that may be found again. Guarded by this. */
    private final Map<Long, Long> known = new HashMap<>();

    /** The newest of all. Guarded by this. */
    private long newest;

    /** One that changed. */
    public record Recent(long account, String displayName, long revision) {}

    @Inject
    public RecentProfiles(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** For the container's proxy. */
    protected RecentProfiles() {
        this(null);
    }

    /** Those that changed since the look before this one; at first those of the last minute before the newest. */
    public List<Recent> look() {
        return fresh(after(begin() - OVERLAP_MILLIS));
    }

    private long begin() {
        long found = newest();
        return found > 0
                ? found
                : jdbi.withHandle(handle -> handle.select("SELECT COALESCE(MAX(profile_revision), 0) FROM account")
                        .mapTo(Long.class)
                        .one());
    }

    private synchronized long newest() {
        return newest;
    }

    /** Those that were never changed have no revision. */
    private List<Recent> after(long revision) {
        return jdbi.withHandle(handle -> handle.select(
                        "SELECT id, display_name, profile_revision FROM account WHERE profile_revision > ?",
                        Math.max(0, revision))
                .map((row, context) -> new Recent(row.getLong(1), row.getString(2), row.getLong(3)))
                .list());
    }

    private synchronized List<Recent> fresh(List<Recent> found) {
        List<Recent> fresh = found.stream()
                .filter(one -> one.revision() > known.getOrDefault(one.account(), 0L))
                .toList();
        for (Recent one : fresh) {
            known.put(one.account(), one.revision());
            newest = Math.max(newest, one.revision());
        }
        known.values().removeIf(revision -> revision <= newest - OVERLAP_MILLIS);
        return fresh;
    }
}
