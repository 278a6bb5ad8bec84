package org.holdfast.lab;

import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** A class that broke off may still be in the {@link WarmServer}: whoever comes after it is to find the place free. */
public final class LeftPlace implements TestExecutionListener {
    private static volatile WarmServer server;

    /** From now on this one is looked after. */
    static void watch(WarmServer used) {
        server = used;
    }

    @Override
    public void executionFinished(TestIdentifier ended, TestExecutionResult result) {
        if (ended.getSource().filter(ClassSource.class::isInstance).isPresent())
            Optional.ofNullable(server).ifPresent(WarmServer::empty);
    }
}
