package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.demo.Demo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * All that there is to look at, on the demonstration, in each language, size and scheme of colours. Asked for by its name alone; with
 * {@code -Dtour.sights=search,line} only those.
 */
class TourPictures {
    private static final long MESSAGES = 3_000;
    private static final String ASKED = "," + System.getProperty("tour.sights", "") + ",";
    private static final String PASSWORD = "holdfast demo";

    @TempDir
    static Path folder;

    private static PayaraMicro server;
    private static Chromium chromium;
    private static ChatPage amara;

    @BeforeAll
    static void start() throws IOException {
        var data = folder.resolve("demo");
        Demo.make(data, MESSAGES, MESSAGES / 3);
        server = new PayaraMicro("tour").with("holdfast.data", data.toString()).with("holdfast.commands.rate", "0");
        server.start();
        chromium = new Chromium();
        amara = chromium.open(chromium.person(), server.uri()).signIn("amara", PASSWORD);
        Overflow.fill(amara);
        amara.enter("Everyone");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-CN"})
    void nothingIsWrongWithAnyView(String locale) {
        var browser = chromium.person(locale);
        browser.addCookies(amara.browser().cookies());
        var wrong = new ArrayList<String>();
        Sight.ALL.stream().filter(TourPictures::isAsked).forEach(sight -> look(browser, sight, locale, wrong));
        browser.close();
        assertThat(wrong).isEmpty();
    }

    private static boolean isAsked(Sight sight) {
        return ASKED.equals(",,") || ASKED.contains("," + sight.name() + ",");
    }

    /** All that is wrong, and not the first alone. */
    private static void look(BrowserContext browser, Sight sight, String locale, List<String> wrong) {
        try (Page page = browser.newPage()) {
            page.setViewportSize(1440, 900);
            page.navigate(amara.address().toString());
            page.locator(hook("message-text")).first().waitFor();
            sight.open(page);
            wrong.addAll(Pictures.tour(page, sight.name() + "-" + locale.substring(0, 2)));
        } catch (PlaywrightException e) {
            wrong.add(sight.name() + ": " + e.getMessage().replaceAll("\\s+", " "));
        }
    }
}
