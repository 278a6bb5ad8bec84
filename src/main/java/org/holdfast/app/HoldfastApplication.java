package org.holdfast.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The HTTP API, below {@code api/}. */
@ApplicationPath("api")
public class HoldfastApplication extends Application {

    /** Jersey else describes each resource to whoever asks, and itself. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
