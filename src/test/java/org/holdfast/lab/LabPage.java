package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** The transport lab, by what an administrator does there and sees. */
final class LabPage {
    private static final double PATIENCE_MILLIS = 60_000;

    private final Page page;
    private final PageErrors errors;

    LabPage(Page page) {
        this.page = page;
        errors = new PageErrors(page);
    }

    // Doing

    void open(URI server) {
        page.navigate(server.resolve("lab/").toString());
    }

    void cut(String line) {
        line(line).locator(hook("cut")).click();
    }

    void stall(String line) {
        line(line).locator(hook("stall")).click();
    }

    /** Blocks it, or unblocks it. */
    void block(String line) {
        line(line).locator(hook("block")).click();
    }

    void blockRung(String transport) {
        rung(transport).locator(hook("block")).click();
    }

    void post() {
        part("post").click();
    }

    void beginDrain() {
        part("begin-drain").click();
        part("sure-drain").click();
    }

    void endDrain() {
        part("end-drain").click();
    }

    /** The examples, and the program that publishes what they show. */
    void showStreams() {
        part("show-streams").click();
        part("play-demo").click();
    }

    void hideStreams() {
        part("hide-streams").click();
        part("show-streams").waitFor();
    }

    void close() {
        page.close();
    }

    void pictures(String name) {
        Pictures.take(page, name);
    }

    // Seeing

    /** live, catching-up or offline. */
    void lineIs(String line, String word) {
        assertThat(line(line).locator(hook("rig-state"))).hasAttribute("data-word", word, patient());
    }

    void lineSays(String line, String words) {
        assertThat(line(line)).containsText(words, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    void measures(String line) {
        var chart = line(line).locator("svg[role=img]");
        assertThat(chart).hasAttribute("aria-label", Pattern.compile(".*the latest [0-9]+ milliseconds"), patient());
    }

    /** What the client that may use all of them uses. */
    void uses(String transport) {
        assertThat(rung(transport)).hasAttribute("aria-current", "true", patient());
    }

    void arrivedOver(String line) {
        var row = page.locator(hook("arrival") + "[data-name=" + line + "]");
        assertThat(row).hasAttribute("data-is-there", "true", patient());
    }

    void drainSays(String pattern) {
        assertThat(part("drain-state"))
                .hasText(Pattern.compile(pattern), new HasTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    void exampleShows(String example, String parts) {
        var shown = page.locator("[data-example=" + example + "] " + parts);
        shown.first().waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** What has the keyboard. */
    void isFocused(String name) {
        assertThat(part(name)).isFocused();
    }

    void isShut(String words) {
        assertThat(part("lab-door")).hasText(words);
        assertThat(part("rig")).hasCount(0);
    }

    List<String> errors() {
        return errors.all();
    }

    private Locator line(String name) {
        return page.locator(hook("rig") + "[data-name=" + name + "]");
    }

    private Locator rung(String transport) {
        return page.locator(hook("rung") + "[data-name=" + transport + "]");
    }

    private Locator part(String name) {
        return page.locator(hook(name));
    }

    private static String hook(String name) {
        return "[data-test=" + name + "]";
    }

    private static HasAttributeOptions patient() {
        return new HasAttributeOptions().setTimeout(PATIENCE_MILLIS);
    }
}
