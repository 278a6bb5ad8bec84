package org.holdfast.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;

/** An input method at a field. The key by which it decides is its own; each browser tells of it in its way. */
final class InputMethod {
    private static final String DECIDE = """
            (field, { key, isOver, told }) => {
              const compose = (type) => field.dispatchEvent(new CompositionEvent(type, { bubbles: true }));
              compose('compositionstart');
              if (isOver) compose('compositionend');
              const init = { key: key.split('+').at(-1), ctrlKey: key.startsWith('Control+'), bubbles: true, cancelable: true, ...told };
              const isLeftAlone = field.dispatchEvent(new KeyboardEvent('keydown', init));
              if (!isOver) compose('compositionend');
              return isLeftAlone;
            }""";
    private static final Map<String, Object> IN_MOST = Map.of("isComposing", true);
    /** The composition is over before the key is told: only its old code says whose it is. */
    private static final Map<String, Object> IN_SAFARI = Map.of("keyCode", 229);

    private InputMethod() {}

    /** The page does not take the key for its own. */
    static void keeps(Locator field, String key) {
        for (var told : List.of(IN_MOST, IN_SAFARI)) {
            var way = Map.of("key", key, "told", told, "isOver", told == IN_SAFARI);
            assertThat(field.evaluate(DECIDE, way))
                    .as("%s, told by %s", key, told)
                    .isEqualTo(true);
        }
    }
}
