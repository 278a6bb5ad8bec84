package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One class after the other is in the same server, and none can tell. */
class DeploymentIT {
    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    @TempDir
    Path folder;

    @Test
    void nothingIsLeftOfTheOneBefore() {
        var before = new Deployment("lab-before");
        before.with("holdfast.signup", "false").with("holdfast.url", "http://before.example/");
        try (before) {
            before.start();
            assertThat(signUp(before, "ann")).as("the first is let in").isEqualTo(CREATED);
            assertThat(signUp(before, "bob")).isEqualTo(FORBIDDEN);
        }
        assertThat(before.output()).contains("Holdfast is ready at http://before.example/. Its data: " + before.data());
        assertThat(Probe.status(before.uri().resolve("api/health/ready"))).isEqualTo(NOT_FOUND);
        try (var after = new Deployment("lab-after").start()) {
            assertThat(signUp(after, "ann")).isEqualTo(CREATED);
            assertThat(signUp(after, "bob")).isEqualTo(CREATED);
            assertThat(after.output())
                    .contains("Holdfast is ready at http://localhost:" + after.port() + "/. Its data: " + after.data())
                    .doesNotContain("lab-before", "before.example");
        }
    }

    @Test
    void thereIsOnePlaceUntilItIsLeft() {
        var second = new Deployment("lab-second");
        try (var first = new Deployment("lab-first").start()) {
            assertThatThrownBy(second::start).hasMessageContaining("lab-first is deployed: close it before lab-second");
            assertThatThrownBy(first::start).hasMessageContaining("lab-first is deployed");
            second.close();
            assertThat(signUp(first, "ann")).as("undisturbed").isEqualTo(CREATED);
        }
        try (second) {
            assertThat(signUp(second.start(), "ann")).isEqualTo(CREATED);
        }
    }

    @Test
    void whoNeverLeftIsPutOutWhenItsClassIsOver() {
        var gone = new Deployment("lab-gone").start();
        WarmServer.HERE.empty();
        assertThat(gone.isAlive()).isFalse();
        try (var next = new Deployment("lab-next").start()) {
            assertThat(signUp(next, "ann")).isEqualTo(CREATED);
        }
    }

    @Test
    void whatDidNotComeUpHasAnotherTurnInANewServer() {
        try (var late = new Deployment("lab-late", lateWar()).start()) {
            assertThat(late.output())
                    .contains("Done: start -")
                    .containsOnlyOnce("Done: deploy ")
                    .doesNotContain(UpTheSecondTime.NOT_YET);
        }
    }

    @Test
    void saysWhyItDidNotComeUpInTwoServersAndLeavesThePlace() {
        var wrong = new Deployment("lab-wrong").with("holdfast.ring.size", "many");
        assertThatThrownBy(wrong::start).hasStackTraceContaining("holdfast.ring.size is \"many\"");
        assertThat(wrong.output()).contains("Done: start -").containsOnlyOnce("Done: deploy ");
        assertThat(WarmServer.HERE.isAlive())
                .as("the server that nobody trusts any more")
                .isFalse();
        try (var next = new Deployment("lab-right").start()) {
            assertThat(signUp(next, "ann")).isEqualTo(CREATED);
        }
    }

    private Path lateWar() {
        var war = folder.resolve("late.war");
        ShrinkWrap.create(WebArchive.class)
                .addClass(UpTheSecondTime.class)
                .addAsWebResource(new StringAsset("It is."), "api/health/ready")
                .as(ZipExporter.class)
                .exportTo(war.toFile());
        return war;
    }

    private static int signUp(Deployment at, String name) {
        var account = Map.of("name", name, "displayName", name, "password", "a long enough secret");
        return Person.stranger(at.uri())
                .request("POST", "api/accounts", Json.object(account))
                .status();
    }
}
