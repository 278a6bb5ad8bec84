package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the page makes of a message's Markdown, in a real browser under the page's own policy. */
class MarkdownIT {
    private static final String DRAW = """
            async (text) => {
              const { markdown } = await import(new URL('./app/views/markdown.js', document.baseURI));
              const { render } = await import('lit');
              const first = document.createElement('div');
              for (; !first.querySelector('em'); await new Promise(requestAnimationFrame))
                render(markdown('*the parser is there*'), first);
              const place = document.createElement('div');
              const began = performance.now();
              render(markdown(text), place);
              const took = performance.now() - began;
              const elements = [...place.querySelectorAll('*')];
              return {
                took,
                text: place.textContent.trim(),
                names: [...new Set(elements.map((each) => each.localName))].sort(),
                attributes: [...new Set(elements.flatMap((each) => each.getAttributeNames()))].sort(),
                links: elements.filter((each) => each.href !== undefined).map((each) => each.href),
              };
            }""";

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

    private static PayaraMicro server;
    private static Chromium chromium;
    private static ChatPage chat;

    @BeforeAll
    static void start() {
        server = new PayaraMicro("markdown").start();
        chromium = new Chromium();
        chat = chromium.open(chromium.person(), server.uri()).signUp("Ada", "a long enough secret");
    }

    @AfterAll
    static void stop() {
        assertThat(chat.errors()).isEmpty();
        chromium.close();
        server.close();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> draw(String text) {
        Page page = chat.browser().pages().get(0);
        return (Map<String, Object>) page.evaluate(DRAW, text);
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> drawn, String name) {
        return (List<String>) drawn.get(name);
    }

    @Test
    void itIsDrawnAsWhatItSays() {
        assertThat(list(draw("**a** *b* ~~c~~ `d` [e](https://e.example/)"), "names"))
                .containsExactly("a", "code", "em", "p", "s", "strong");
        assertThat(list(draw("- a\n- b\n\n> c\n\n1. d\n"), "names"))
                .containsExactly("blockquote", "li", "ol", "p", "ul");
        assertThat(list(draw("|a|b|\n|-|-|\n|c|d|"), "names")).contains("table", "th", "td");
        assertThat(list(draw("```java\nint a = 1;\n```"), "names")).contains("pre", "code");
        assertThat(draw("one\ntwo").get("text")).isEqualTo("one\ntwo");
    }

    @Test
    void aTextWithoutMarksIsWhatTheParserWouldMakeOfIt() {
        Page page = chat.browser().pages().get(0);
        @SuppressWarnings("unchecked")
        var compared = (Map<String, Object>) page.evaluate(COMPARE, PARTS);
        assertThat((int) compared.get("count")).as("premise").isGreaterThan(5_000);
        assertThat(list(compared, "others")).isEmpty();
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
            assertThat(list(drawn, "names")).as(attack).containsExactly("p");
            assertThat(list(drawn, "attributes")).as(attack).containsExactly("dir");
        }
        assertThat(draw("<b>bold</b>").get("text")).isEqualTo("<b>bold</b>");
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
            assertThat(list(draw(attack), "links")).as(attack).isEmpty();
        assertThat(list(
                        draw("[a](https://a.example) <b@c.example> https://d.example/ [m](mailto:e@f.example)"),
                        "links"))
                .containsExactly(
                        "https://a.example/", "mailto:b@c.example", "https://d.example/", "mailto:e@f.example");
    }

    @Test
    void aLinkLeadsWhereItsTextIsNotAsked() {
        assertThat(list(draw("[https://a.example](https://b.example)"), "links"))
                .containsExactly("https://b.example/");
        assertThat(list(draw("<https://c.example>"), "links")).containsExactly("https://c.example/");
    }

    /** What is fetched from elsewhere tells that place who reads here. */
    @Test
    void anImageOfAnotherServerIsALink() {
        var drawn = draw("![a picture](https://spy.example/pixel.png)");
        assertThat(list(drawn, "names")).containsExactly("a", "p");
        assertThat(drawn.get("text")).isEqualTo("a picture");
    }

    @Test
    void aHostileTextIsDrawnSoon() {
        for (var part : HOSTILE) {
            var text = part.repeat(LONGEST / part.length());
            assertThat(number(draw(text).get("took"))).as(part).isLessThan(MOST_MILLIS);
        }
    }

    private static double number(Object took) {
        return ((Number) took).doubleValue();
    }
}
