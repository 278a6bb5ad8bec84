package org.holdfast.lab;

import java.nio.file.Path;

/** The application in the {@link WarmServer}: a start is a deployment there, and takes a quarter of a server's own. */
final class Deployment extends Site {
    private final WarmServer container = WarmServer.HERE;

    Deployment(String name) {
        this(name, builtWar());
    }

    /** Of another WAR that has the same health resource. */
    Deployment(String name, Path war) {
        super(name, war, "api/health/ready");
        with("holdfast.data", data().toString());
    }

    @Override
    public Deployment with(String setting, String value) {
        super.with(setting, value);
        return this;
    }

    @Override
    public Deployment under(String path) {
        super.under(path);
        return this;
    }

    @Override
    public Deployment start() {
        container.deploy(this);
        return this;
    }

    @Override
    public void close() {
        if (container.isOf(this)) container.undeploy(this);
    }

    @Override
    public boolean isAlive() {
        return container.isOf(this) && container.isAlive();
    }

    @Override
    public int port() {
        return container.port();
    }

    /** What was printed since its last start. */
    @Override
    public String output() {
        return container.isOf(this) ? container.output() : folder().output();
    }
}
