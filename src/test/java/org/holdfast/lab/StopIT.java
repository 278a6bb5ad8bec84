package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How a server that is stopped sends its connections away: protocol section 5.3. */
class StopIT {
    @Test
    void itSaysFarewell() {
        try (var server = new PayaraMicro("stop").start()) {
            var ann = Person.signUp(server.uri(), "ann");
            var voices = Stream.of(Transport.WEBSOCKET, Transport.SSE)
                    .map(transport -> new Voice(ann, transport).hello(Map.of()))
                    .toList();
            voices.forEach(voice -> voice.awaits("welcome"));
            server.stop();
            assertThat(voices).as("%s", LabFolder.tail(server.output())).allSatisfy(voice -> {
                assertThat(voice.awaits("bye").getString("why")).isEqualTo("restart");
                assertThat(voice.closeCode()).isEqualTo(1012);
            });
        }
    }
}
