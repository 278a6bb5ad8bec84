package org.holdfast.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.holdfast.audit.Action;
import org.holdfast.delivery.Drain;
import org.holdfast.delivery.Uptime;
import org.holdfast.settings.Setting;
import org.holdfast.settings.Settings;
import org.holdfast.wire.Fields;
import org.holdfast.wire.FrameReader;

/** Sends the connections of this server elsewhere before it is stopped: for administrators. */
@Path("drain")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class DrainResource {
    private static final long LONGEST_SPREAD_MILLIS = 3_600_000;

    @Inject
    private CurrentLogin current;

    @Inject
    private JsonBody json;

    @Inject
    private Auditing auditing;

    @Inject
    private Drain drain;

    @Inject
    private Settings settings;

    @POST
    public void begin() {
        current.requireAdmin();
        drain.begin(spread(), Uptime.millis());
        auditing.did(Action.DRAINED, "");
    }

    private long spread() {
        String text = json.text();
        Fields body = text.isBlank() ? Fields.empty() : FrameReader.readObject(text);
        long spread = body.has("spread") ? body.number("spread") : settings.duration(Setting.DRAIN_SPREAD);
        if (spread > LONGEST_SPREAD_MILLIS) throw Fields.bad("spread", "must be at most an hour");
        return spread;
    }

    @DELETE
    public void end() {
        current.requireAdmin();
        drain.end();
    }
}
