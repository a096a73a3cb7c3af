import { Button } from 'antd';
import type { ReactElement } from 'react';
import { changeLanguage, LANGUAGE } from './language.ts';

/** The other language, named in itself. */
export function LanguageSwitch(): ReactElement {
  const [other, name] = LANGUAGE === 'en' ? (['zh-CN', '中文'] as const) : (['en', 'English'] as const);
  return (
    <Button type="text" className="language" lang={other} onClick={() => changeLanguage(other)}>
      {name}
    </Button>
  );
}
