/** The languages of the interface, as `lang` names them. */
export type Language = 'zh-CN' | 'en';

const KEPT_UNDER = 'huiyin:language';

/** The language of this page. Tables of words are made once, so another choice takes effect when the page is loaded anew. */
export const LANGUAGE: Language = kept();

/** Keeps the choice in this browser and loads the page anew in it; what was typed is kept as at every loading. */
export function changeLanguage(language: Language): void {
  localStorage.setItem(KEPT_UNDER, language);
  location.reload();
}

/** Chinese, unless this browser was told otherwise. */
function kept(): Language {
  const isBrowser = typeof localStorage !== 'undefined';
  return isBrowser && localStorage.getItem(KEPT_UNDER) === 'en' ? 'en' : 'zh-CN';
}
