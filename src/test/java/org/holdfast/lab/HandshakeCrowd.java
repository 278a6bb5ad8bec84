package org.holdfast.lab;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many who knock at the same moment, each on a line of their own: every other one by an event stream, the rest by WebSockets. */
final class HandshakeCrowd {
    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";

    private HandshakeCrowd() {}

    /** As whom the server greeted each of them, in their order. */
    static List<String> greeted(List<Person> people) throws InterruptedException {
        var door = new CyclicBarrier(people.size());
        var threads = Executors.newFixedThreadPool(people.size());
        try {
            var greetings = IntStream.range(0, people.size())
                    .mapToObj(n -> (Callable<String>) () -> {
                        door.await();
                        return n % 2 == 0 ? bySocket(people.get(n)) : byStream(people.get(n));
                    })
                    .toList();
            return threads.invokeAll(greetings).stream()
                    .map(HandshakeCrowd::told)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String bySocket(Person person) throws IOException {
        try (var line = new Abuser(person)) {
            line.say(HELLO);
            return name(line.awaits("welcome"));
        }
    }

    private static String byStream(Person person) {
        try (var line = new Voice(person, Transport.SSE).hello(Map.of())) {
            return name(line.awaits("welcome"));
        }
    }

    private static String name(JsonObject welcome) {
        return welcome.getJsonObject("account").getString("name");
    }

    private static String told(Future<String> greeting) {
        try {
            return greeting.get();
        } catch (Exception e) {
            return e.toString();
        }
    }
}
