package org.holdfast.bench;

import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** WARs to compare with: what the server costs without Holdfast. */
final class BareWar {
    private static final String PAGE = "index.html";

    private BareWar() {}

    static Program empty() {
        return save("empty.war", ShrinkWrap.create(WebArchive.class).add(new StringAsset("empty"), PAGE));
    }

    static Program endpoint() {
        var war = ShrinkWrap.create(WebArchive.class).add(new StringAsset("bare"), PAGE);
        return save("bare.war", war.addClass(BareEndpoint.class));
    }

    static Program parts() {
        var war = ShrinkWrap.create(WebArchive.class).add(new StringAsset("parts"), PAGE);
        return save(
                "parts.war",
                war.addClasses(BareEndpoint.class, BareApplication.class, BareResource.class, BareTimer.class));
    }

    private static Program save(String name, WebArchive war) {
        Path file = Bench.OUT.resolve(name);
        war.as(ZipExporter.class).exportTo(file.toFile(), true);
        return new WarOnPayara(file, PAGE, List.of());
    }
}
