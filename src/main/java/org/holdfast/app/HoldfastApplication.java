package org.holdfast.app;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The HTTP API, below {@code api/}. */
@ApplicationPath("api")
public class HoldfastApplication extends Application {}
