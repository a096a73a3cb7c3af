import { LANGUAGE } from './language/language.ts';

document.documentElement.lang = LANGUAGE;

/** The language comes first: many modules keep words in tables, which are made when they are loaded. */
async function start(): Promise<void> {
  if (LANGUAGE === 'en') (await import('./language/speak-english.ts')).speakEnglish();
  await import('./main.tsx');
}

void start();
