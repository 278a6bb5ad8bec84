package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URL;
import java.util.List;
import org.holdfast.lab.ChatClient;
import org.holdfast.lab.Oracle;
import org.holdfast.lab.Person;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A conversation from outside, wherever Arquillian put the WAR: the context path is its to choose. */
@ExtendWith(ArquillianExtension.class)
class AsClientIT {
    @ArquillianResource
    private URL base;

    @Deployment(testable = false)
    static WebArchive war() {
        return Archive.war();
    }

    @Test
    @RunAsClient
    void whatOneSaysTheOtherReads() throws Exception {
        URI server = base.toURI();
        long now = System.nanoTime();
        Person ann = Person.signUp(server, "ann-" + now);
        Person bob = Person.signUp(server, "bob-" + now);
        long room = ann.createRoom("room-" + now);
        bob.join(room);
        try (ChatClient one = ann.client().connect();
                ChatClient other = bob.client().connect()) {
            one.post(room, "Good morning 早上好 👋");
            other.post(room, "صباح الخير");
            await().until(() -> other.view(room).messages().size() == 2);
            await().until(() -> one.view(room).messages().size() == 2);
            assertThat(other.view(room).messages()).extracting("text").contains("Good morning 早上好 👋", "صباح الخير");
            Oracle.assertHolds(room, List.of(one, other));
        }
    }
}
