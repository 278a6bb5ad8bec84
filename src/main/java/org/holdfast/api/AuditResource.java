package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Collectors;
import org.holdfast.audit.AuditLog;
import org.holdfast.audit.Entry;
import org.holdfast.wire.Fields;

/** The audit log, for administrators. */
@Path("audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {
    private static final int MOST = 500;

    @Inject
    private CurrentLogin current;

    @Inject
    private AuditLog audit;

    @GET
    public String entries(
            @QueryParam("before") @DefaultValue("9007199254740991") long before,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        current.requireAdmin();
        if (limit < 1 || limit > MOST) throw Fields.bad("limit", "must be from 1 to " + MOST);
        return audit.before(before, limit).stream()
                .map(Entry::json)
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }
}
