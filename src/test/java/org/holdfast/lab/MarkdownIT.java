package org.holdfast.lab;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.lab.PageParts.hook;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page makes of a message's Markdown, in a real browser under the page's own policy. */
class MarkdownIT {
    /** Texts by chance, in the same order each time: how many were plain, and those that the parser reads in another way. */
    private static final String COMPARE = """
            async (parts) => {
              const from = (path) => import(new URL('./app/' + path, document.baseURI));
              const { parse } = await from('views/markdown-parsed.js');
              const { isPlain, plain } = await from('models/plain.js');
              let seed = 7;
              const below = (most) => (seed = (seed * 48271) % 2147483647) % most;
              const text = () => Array.from({ length: 1 + below(8) }, () => parts[below(parts.length)]).join('');
              const texts = Array.from({ length: 50000 }, text).filter(isPlain);
              const differs = (each) => JSON.stringify(plain(each)) !== JSON.stringify(parse(each));
              return { count: texts.length, others: texts.filter(differs).map((each) => JSON.stringify(each)) };
            }""";

    private static final List<String> PARTS = List.of(
            "a word",
            " ",
            "\n",
            "\n\n",
            ".",
            "!",
            "?",
            "(",
            ")",
            "-",
            "+",
            "=",
            "#",
            ">",
            "1",
            "2.",
            "3)",
            ":",
            "http://x.y/a",
            "https://",
            "&",
            "&amp;",
            "\"",
            "你好",
            "。",
            "\u3000",
            "\u00a0",
            "\r",
            "\t",
            "@ann",
            "{",
            "^",
            "\u0301",
            "\u2028",
            "\f",
            "...",
            "www.x.y",
            "a@b.c",
            "*",
            "_",
            "~",
            "`",
            "[",
            "]",
            "|",
            "\\",
            "<");

    /** Far beyond what any takes: what grows with the square takes minutes. */
    private static final double MOST_MILLIS = 3_000;

    /** Each over and over is a text that some parser of Markdown takes for ever to read. */
    private static final List<String> HOSTILE = List.of(
            "[",
            "[a](",
            "![",
            ">",
            "> ",
            "*a ",
            "_a_",
            "__a",
            "`a",
            "a**b",
            "~a ",
            "<",
            "<a ",
            "<!--",
            "- ",
            "\\",
            "a@",
            "www.",
            "mailto:",
            "http://a.",
            "|a",
            "a\n",
            "[a]: ",
            "&a",
            "#",
            "1. ");

    private static final int LONGEST = 8_000;

    private static Site server;
    private static Chromium chromium;
    private static ChatPage chat;

    @BeforeAll
    static void start() {
        server = Site.shared("markdown").start();
        chromium = new Chromium();
        chat = chromium.open(chromium.person(), server.uri()).signUp("Ada", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        chromium.close();
        server.close();
        assertThat(chat.errors()).isEmpty();
    }

    private static Page page() {
        return chat.browser().pages().get(0);
    }

    private static Drawn draw(String text) {
        return Drawn.of(page(), text);
    }

    @Test
    void itIsDrawnAsWhatItSays() {
        assertThat(draw("**a** *b* ~~c~~ `d` [e](https://e.example/)").names())
                .containsExactly("a", "code", "em", "p", "s", "strong");
        assertThat(draw("- a\n- b\n\n> c\n\n1. d\n").names()).containsExactly("blockquote", "li", "ol", "p", "ul");
        assertThat(draw("|a|b|\n|-|-|\n|c|d|").names()).contains("table", "th", "td");
        assertThat(draw("```java\nint a = 1;\n```").names()).contains("pre", "code");
        assertThat(draw("one\ntwo").text()).isEqualTo("one\ntwo");
    }

    /** In a cell a line begins with a word; what is wider than the window is scrolled. */
    @Test
    void aWideTableIsNotSqueezed() {
        chat.createRoom("Spreadsheet");
        page().setViewportSize(390, 844);
        chat.say(("|" + "letters in a cell|".repeat(12) + "\n|") + "-|".repeat(12));
        var word = page().locator(hook("message-text") + " th").first();
        assertThat(word).hasText("letters in a cell");
        assertThat((boolean) word.evaluate("(cell) => cell.clientWidth > cell.clientHeight / 2"))
                .isTrue();
        assertThat((boolean) page().evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
                .isTrue();
        page().setViewportSize(1280, 720);
    }

    @Test
    void aTextWithoutMarksIsWhatTheParserWouldMakeOfIt() {
        var compared = (Map<?, ?>) page().evaluate(COMPARE, PARTS);
        assertThat((int) compared.get("count")).as("premise").isGreaterThan(5_000);
        assertThat((List<?>) compared.get("others")).isEmpty();
    }

    @Test
    void noHtmlIsMadeOfWhatPeopleWrite() {
        for (var attack : List.of(
                "<img src=x onerror=alert(1)>",
                "<script>alert(1)</script>",
                "<a href='javascript:alert(1)'>a</a>",
                "<svg/onload=alert(1)>",
                "<style>*{display:none}</style>",
                "&lt;b&gt;")) {
            var drawn = draw(attack);
            assertThat(drawn.names()).as(attack).containsExactly("p");
            assertThat(drawn.attributes()).as(attack).containsExactly("dir");
        }
        assertThat(draw("<b>bold</b>").text()).isEqualTo("<b>bold</b>");
    }

    @Test
    void linksLeadToWebAndMailAlone() {
        for (var attack : List.of(
                "[a](javascript:alert(1))",
                "[a](data:text/html,x)",
                "[a](vbscript:x)",
                "[a](JaVaScRiPt:alert(1))",
                "[a](java\tscript:alert(1))",
                "[a](&#106;avascript:alert(1))",
                "<javascript:alert(1)>",
                "[a](ftp://files.example/)",
                "[a](other-app://open)",
                "[a]: javascript:alert(1)\n\n[a]"))
            assertThat(draw(attack).links()).as(attack).isEmpty();
        assertThat(draw("[a](https://a.example) <b@c.example> https://d.example/ [m](mailto:e@f.example)")
                        .links())
                .containsExactly(
                        "https://a.example/", "mailto:b@c.example", "https://d.example/", "mailto:e@f.example");
    }

    @Test
    void aLinkLeadsWhereItsTextIsNotAsked() {
        assertThat(draw("[https://a.example](https://b.example)").links()).containsExactly("https://b.example/");
        assertThat(draw("<https://c.example>").links()).containsExactly("https://c.example/");
    }

    /** What is fetched from elsewhere tells that place who reads here. */
    @Test
    void anImageOfAnotherServerIsALink() {
        var drawn = draw("![a picture](https://spy.example/pixel.png)");
        assertThat(drawn.names()).containsExactly("a", "p");
        assertThat(drawn.text()).isEqualTo("a picture");
    }

    @Test
    void aHostileTextIsDrawnSoon() {
        for (var part : HOSTILE) {
            var text = part.repeat(LONGEST / part.length());
            assertThat(draw(text).tookMillis()).as(part).isLessThan(MOST_MILLIS);
        }
    }
}
