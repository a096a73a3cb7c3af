import type { ReactElement } from 'react';
import { AttachedFiles } from '../act/uploads/attached-files.tsx';
import type { NamedFile } from '../act/uploads/upload.ts';
import { TitleText } from '../design/title-text.tsx';

interface Words {
  readonly title: string;
  readonly facts: string;
  readonly demands: readonly string[];
  readonly attachments: readonly NamedFile[];
}

/** A suggestion as somebody reads it who signs or handles it. */
export function WordsAsRead({ words }: { words: Words }): ReactElement {
  return (
    <div className="reading">
      <h2 className="title">
        <TitleText>{words.title === '' ? '（还没有标题）' : words.title}</TitleText>
      </h2>
      <h3>情况和问题</h3>
      <p className="prewrap">{words.facts === '' ? '（还没有写）' : words.facts}</p>
      <h3>具体建议</h3>
      <ol className="demands-read">
        {words.demands.map((demand, index) => (
          <li key={index} className="prewrap">
            {demand}
          </li>
        ))}
      </ol>
      <AttachedFiles files={words.attachments} />
    </div>
  );
}
