package org.holdfast.lab;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.regex.Pattern;

/** What is on a chat page, found by its {@code data-test} hooks alone, and how long it is waited for. */
final class PageParts {
    private final Page page;
    private double patience = 30_000;

    PageParts(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void patience(double millis) {
        patience = millis;
    }

    double patience() {
        return patience;
    }

    Locator part(String name) {
        return page.locator(hook(name));
    }

    /** Those with that text somewhere in them. */
    Locator part(String name, String text) {
        return page.locator(hook(name), new Page.LocatorOptions().setHasText(text));
    }

    /** Those with that text and no other. */
    Locator messages(String text) {
        var whole = part("message-text").filter(new Locator.FilterOptions().setHasText(exactly(text)));
        return part("message").filter(new Locator.FilterOptions().setHas(whole));
    }

    static String hook(String name) {
        return "[data-test=" + name + "]";
    }

    HasAttributeOptions attribute() {
        return new HasAttributeOptions().setTimeout(patience);
    }

    HasCountOptions count() {
        return new HasCountOptions().setTimeout(patience);
    }

    HasTextOptions text() {
        return new HasTextOptions().setTimeout(patience);
    }

    ContainsTextOptions somewhere() {
        return new ContainsTextOptions().setTimeout(patience);
    }

    /** The browser reads the pattern as JavaScript's, which has no {@link Pattern#quote}. */
    private static Pattern exactly(String text) {
        return Pattern.compile("^\\s*" + text.replaceAll("[-/.*+?^${}()|\\[\\]\\\\]", "\\\\$0") + "\\s*$");
    }
}
