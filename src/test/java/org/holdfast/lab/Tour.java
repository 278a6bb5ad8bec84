package org.holdfast.lab;

import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.holdfast.demo.Demo;

/** All that there is to look at, on a demonstration, as its administrator sees it. */
final class Tour implements AutoCloseable {
    private static final String PASSWORD = "holdfast demo";
    private static final String OPENED = hook("message-text") + ", " + hook("name");
    private static final List<Sight> INSIDE =
            Stream.of(Sight.ALL, RareSight.ALL).flatMap(List::stream).toList();

    private final Chromium chromium = new Chromium();
    private final Site server;
    private final int width;
    private final int height;
    private ChatPage amara;

    /** @param width of the window, as its height, in which things are looked for */
    Tour(Site server, int width, int height) {
        this.server = server;
        this.width = width;
        this.height = height;
    }

    /** With so many messages, and rooms in which all is longer than usual. */
    void begin(int messages) throws IOException {
        Demo.make(server.data(), messages, messages / 3);
        server.with("holdfast.commands.rate", "0").start();
        amara = chromium.open(chromium.person(), server.uri()).signIn("amara", PASSWORD);
        Overflow.fill(amara);
    }

    /**
     * Goes everywhere, or to the sights of these names alone.
     *
     * @param look at a page, by the name of what it shows; gives what is wrong
     * @return all that is wrong, and not the first alone
     */
    List<String> see(String locale, List<String> names, BiFunction<Page, String, List<String>> look) {
        var person = chromium.person(locale);
        var wrong = new ArrayList<>(seen(person, server.uri(), asked(Sight.DOORS, names), look));
        person.addCookies(amara.browser().cookies());
        wrong.addAll(seen(person, amara.address(), asked(INSIDE, names), look));
        person.close();
        return wrong;
    }

    private static List<Sight> asked(List<Sight> sights, List<String> names) {
        return sights.stream()
                .filter(sight -> names.isEmpty() || names.contains(sight.name()))
                .toList();
    }

    private List<String> seen(
            BrowserContext person, URI address, List<Sight> sights, BiFunction<Page, String, List<String>> look) {
        return sights.stream()
                .flatMap(sight -> seen(person, address, sight, look).stream())
                .toList();
    }

    private List<String> seen(
            BrowserContext person, URI address, Sight sight, BiFunction<Page, String, List<String>> look) {
        try (Page page = person.newPage()) {
            page.setViewportSize(width, height);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.navigate(address.toString());
            page.locator(OPENED).first().waitFor();
            return seen(page, sight, look);
        }
    }

    private static List<String> seen(Page page, Sight sight, BiFunction<Page, String, List<String>> look) {
        try {
            sight.open(page);
            return look.apply(page, sight.name());
        } catch (PlaywrightException | AssertionError e) {
            var there = page.locator("body").ariaSnapshot();
            return List.of(sight.name() + ": " + e.getMessage().replaceAll("\\s+", " ") + " on\n" + there);
        }
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
