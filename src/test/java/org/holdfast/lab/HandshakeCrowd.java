package org.holdfast.lab;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who knock at the same moment, each on a line of their own. */
final class HandshakeCrowd {
    private static final String HELLO = "{\"type\":\"hello\",\"data\":{\"protocol\":1}}";

    private HandshakeCrowd() {}

    /** As whom the server greeted each of them, in their order. */
    static List<String> greeted(List<Person> people) throws InterruptedException {
        var door = new CyclicBarrier(people.size());
        var threads = Executors.newFixedThreadPool(people.size());
        try {
            var greetings = people.stream()
                    .map(person -> (Callable<String>) () -> greeted(person, door))
                    .toList();
            return threads.invokeAll(greetings).stream()
                    .map(HandshakeCrowd::told)
                    .toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String greeted(Person person, CyclicBarrier door) throws Exception {
        door.await();
        try (var line = new Abuser(person)) {
            line.say(HELLO);
            return line.awaits("welcome").getJsonObject("account").getString("name");
        }
    }

    private static String told(Future<String> greeting) {
        try {
            return greeting.get();
        } catch (Exception e) {
            return e.toString();
        }
    }
}
