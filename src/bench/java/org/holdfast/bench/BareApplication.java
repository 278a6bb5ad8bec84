package org.holdfast.bench;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the resource of a WAR is that has one of each kind of part. */
@ApplicationPath("api")
public class BareApplication extends Application {}
