import { words } from '../words/words.js';

/** Puts the preferences onto the document, now and whenever they change: its theme, its density, what Enter does, its language, its texts. */
export async function dress(preferences) {
  const apply = () => {
    const root = document.documentElement;
    root.dataset.theme = preferences.theme;
    root.dataset.density = preferences.density;
    root.dataset.enter = preferences.enter;
    root.lang = preferences.language === 'zh' ? 'zh-CN' : preferences.language;
    return words.use(preferences.language, navigator.languages);
  };
  preferences.addEventListener('change', apply);
  await apply();
}
