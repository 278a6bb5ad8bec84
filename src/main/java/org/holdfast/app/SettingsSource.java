package org.holdfast.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.holdfast.settings.Settings;

/** Reads the settings once. A wrong one keeps the application from starting, with its name in the error. */
@ApplicationScoped
public class SettingsSource {
    @Produces
    @Singleton
    Settings settings() {
        return Settings.read();
    }
}
