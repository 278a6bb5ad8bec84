package org.holdfast.faults;

import java.io.File;
import java.nio.file.Path;
import org.holdfast.command.TappedCommands;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The WAR that the build made, with the {@link Taps} in it. */
final class TappedWar {
    private static final File BUILT = new File(System.getProperty("holdfast.war", "target/holdfast.war"));

    private TappedWar() {}

    static Path make() {
        var tapped = new File("target/lab/tapped.war");
        tapped.getParentFile().mkdirs();
        ShrinkWrap.createFromZipFile(WebArchive.class, BUILT)
                .addClasses(Taps.class, TappedTransactions.class, TappedStatements.class, TappedCommands.class)
                .addClasses(Point.class, Point.Act.class, Unanswered.class)
                .as(ZipExporter.class)
                .exportTo(tapped, true);
        return tapped.toPath();
    }
}
