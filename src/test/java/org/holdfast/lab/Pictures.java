package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A page in the sizes and colours of the people who look at it, in {@code target/pictures}; axe-core looks at each of them. */
final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");
    private static final Path TOUR = Path.of("target", "tour");
    private static final List<Size> SIZES = List.of(new Size(390, 844), new Size(1440, 900));
    /** Wide enough for the rooms beside the conversation, and not for a panel, which lies over it. */
    private static final Size BETWEEN = new Size(820, 1180);

    private static final List<Size> SMALL = List.of(new Size(320, 568), new Size(640, 400));
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.DARK, ColorScheme.LIGHT);
    private static final String WIDER_BY = "document.scrollingElement.scrollWidth - innerWidth";
    /** What sticks out of the window, or at its beginning out of the part that it is in, and is not in one of its own that scrolls. */
    private static final String OUTSIDE = """
            () => [...document.querySelectorAll('button, input, textarea, a, h1, h2, p')]
              .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1)
              .filter((each) => {
                const { left, right } = each.getBoundingClientRect();
                const part = each.closest('[popover], dialog, aside, main')?.getBoundingClientRect().left ?? 0;
                return right > innerWidth + 1 || left < part - 1;
              })
              .filter((each) => getComputedStyle(each).position !== 'fixed')
              .map((each) => each.outerHTML.slice(0, 120))""";

    private record Size(int width, int height) {}

    private Pictures() {}

    /** In the last size and colours it stays. */
    static void take(Page page, String name) {
        for (var size : SIZES)
            for (var colours : SCHEMES)
                assertThat(shot(page, FOLDER, name, size, colours)).isEmpty();
    }

    /** In all sizes and colours, and on the narrowest screens. @return what is wrong */
    static List<String> tour(Page page, String name) {
        var wrong = new ArrayList<String>();
        for (var size : List.of(SIZES.get(0), BETWEEN, SIZES.get(1)))
            for (var colours : SCHEMES) wrong.addAll(shot(page, TOUR, name, size, colours));
        for (var size : SMALL) wrong.addAll(shot(page, TOUR, name, size, ColorScheme.LIGHT));
        return wrong;
    }

    /** Takes none, and looks at the page as it stands. @return what is wrong with what came last */
    static List<String> look(Page page, String name) {
        return wrong(page, name, Axe.findingsOfNewest(page));
    }

    /** On the narrowest screen (WCAG 2.2, 1.4.10), and at twice the size (1.4.4). */
    static void fitsSmall(Page page, String name) {
        for (var size : SMALL) {
            page.setViewportSize(size.width, size.height);
            assertThat(wrong(page, name + " at " + size.width)).isEmpty();
        }
        page.setViewportSize(SIZES.get(1).width, SIZES.get(1).height);
    }

    private static List<String> shot(Page page, Path folder, String name, Size size, ColorScheme colours) {
        page.setViewportSize(size.width, size.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        var picture = fileName(name, size, colours);
        shoot(page, folder.resolve(picture));
        return wrong(page, picture);
    }

    private static List<String> wrong(Page page, String what) {
        return wrong(page, what, Axe.findings(page));
    }

    private static List<String> wrong(Page page, String what, List<?> findings) {
        var wrong = new ArrayList<String>();
        for (var finding : findings) wrong.add(what + ": " + finding);
        for (var outside : (List<?>) page.evaluate(OUTSIDE)) wrong.add(what + " outside: " + outside);
        var wider = (int) page.evaluate(WIDER_BY);
        if (wider > 0) wrong.add(what + ": " + wider + " pixels too wide");
        return wrong;
    }

    /** The picture of the README. */
    static Path of(String name) {
        return FOLDER.resolve(fileName(name, SIZES.get(1), ColorScheme.LIGHT));
    }

    private static String fileName(String name, Size size, ColorScheme colours) {
        return "%s-%dx%d-%s.png"
                .formatted(name, size.width, size.height, colours.name().toLowerCase());
    }

    /** All of the page; a bar that stays in place while one scrolls would be drawn where it stood. */
    private static void shoot(Page page, Path file) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(file)
                .setFullPage(true)
                .setAnimations(ScreenshotAnimations.DISABLED));
    }
}
