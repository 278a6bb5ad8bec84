package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clients behind proxies, who say nothing: one silence is enough for all of them. */
final class QuietLines implements AutoCloseable {
    private record QuietLine(String name, FrontServer front, ChatClient client) {}

    private final List<QuietLine> lines = new ArrayList<>();

    /** Somebody of this name comes by this transport; the proxy is theirs. */
    void add(String name, FrontServer front, Transport transport) {
        var client = Person.signUp(front.uri(), name).client(Patience.PROTOCOL).by(transport);
        lines.add(new QuietLine(name, front, client.connect()));
    }

    /** Each has the same line all the time. */
    void assertStay(Duration silence) {
        for (var line : lines) await(line.name).atMost(silence.multipliedBy(3)).until(line.client::isLive);
        pass(silence);
        for (var line : lines) {
            assertThat(line.client.isLive()).as(line.name).isTrue();
            assertThat(line.client.closeCodes()).as(line.name).isEmpty();
        }
    }

    /** What is to happen in this time is that nothing does. */
    static void pass(Duration silence) {
        await().pollDelay(silence).atMost(silence.multipliedBy(2)).until(() -> true);
    }

    @Override
    public void close() {
        for (var line : lines) {
            line.client.close();
            line.front.close();
        }
    }
}
