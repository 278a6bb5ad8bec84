package org.holdfast.lab;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What went wrong in a page: uncaught errors, errors on its console, and what its policy forbade. */
final class PageErrors {
    /** Of a line that is cut, and of a server that is on its way down or up: Payara answers 500 while it deploys. */
    private static final Pattern EXPECTED =
            Pattern.compile("net::ERR_|WebSocket connection to|responded with a status of (401|404|415|500|503) ");

    private static final String TELL_VIOLATIONS = "addEventListener('securitypolicyviolation', "
            + "({ violatedDirective, blockedURI }) => console.error('policy:', violatedDirective, blockedURI))";

    private final List<String> errors = new ArrayList<>();

    PageErrors(Page page) {
        page.onConsoleMessage(this::note);
        page.onPageError(error -> errors.add("uncaught: " + error));
        page.addInitScript(TELL_VIOLATIONS);
    }

    List<String> all() {
        return List.copyOf(errors);
    }

    /** A line that breaks and a server that starts are the tests' own doing; that nobody is signed in, the page has to ask. */
    private void note(ConsoleMessage message) {
        if (message.type().equals("error") && !EXPECTED.matcher(message.text()).find())
            errors.add(message.text() + " at " + message.location());
    }
}
