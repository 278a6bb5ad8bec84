package org.holdfast.bench;

import java.util.List;
import java.util.Map;

/** What Holdfast costs on another server product: idle connections, a room of a thousand, and a storm. {@code -Pbench,wildfly -Dbench=product} */
final class ProductScenario implements Scenario {
    private static final int CONNECTIONS = 10_000;

    @Override
    public void run(Ground ground) {
        int count = ground.options().connections(CONNECTIONS);
        Report report = ground.report();
        report.section("On " + Product.name() + ", " + Product.HEAP);
        try (Product product = Product.start(ground.cores())) {
            Crew crew = new Crew(product.uri());
            idle(ground, product, crew, count);
            talk(ground, product, crew);
            StormScenario.storm(ground, crew, product::restart, product::account, () -> Profile.NONE);
        }
    }

    private static void idle(Ground ground, Product product, Crew crew, int count) {
        try (Crowd crowd = crew.crowd(1, count)) {
            Idle idle = Idle.measure(
                    ground, Profile.NONE, product.account(), crowd.wires(), () -> crowd.open(ground.loop()));
            ground.report().table(Idle.COLUMNS, List.of(idle.row("connections that say nothing")));
        }
    }

    private static void talk(Ground ground, Product product, Crew crew) {
        try (Crowd crowd = crew.crowd(1, Load.SUBSCRIBERS).open(ground.loop())) {
            Run run = new Run(
                    ground.loop(),
                    crowd,
                    product.account(),
                    Profile.NONE,
                    !ground.options().isShort());
            Map<Load, Measured> measured = Load.measureAll(run, ground.options(), "product");
            ground.report().table(FanoutScenario.COLUMNS, FanoutScenario.rows(measured));
        }
    }
}
