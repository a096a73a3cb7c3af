/** Han characters and the punctuation and full-width forms that stand between them. */
const CHINESE = /[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/u;

export function isChinese(text: string): boolean {
  return CHINESE.test(text);
}
