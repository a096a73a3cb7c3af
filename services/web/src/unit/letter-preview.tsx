import { Button, Skeleton } from 'antd';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { Refused, type Schemas } from '../api/client.ts';
import type { AssignmentFile } from '../api/use-assignment.ts';
import { usePhone } from '../design/use-phone.ts';
import { draftInput, type ReplyText } from './reply-text.ts';
import type { AtRest } from './use-at-rest.ts';
import { useLetter } from './use-letter.ts';

/** 信函预览: the letter as it will go out, beside the text whenever typing rests; on a phone when asked for. */
export function LetterPreview({ file, text }: { file: AssignmentFile; text: ReplyText }): ReactElement {
  const isPhone = usePhone();
  const [asked, setAsked] = useState<Schemas['ReplyDraftInput']>();
  const draft = draftInput(text, file);
  const letter = useLetter(file.assignment.assignmentId, isPhone ? asked : draft);
  const isOfAsked = JSON.stringify(asked) === JSON.stringify(draft);
  return (
    <aside className="letter" aria-label="信函预览">
      <h2 className="spread">
        <span>
          信函预览{' '}
          <span className="quiet" role="status">
            {stateOf(letter, isPhone ? asked !== undefined : true, isPhone && !isOfAsked)}
          </span>
        </span>
        {isPhone && !isOfAsked && <Button onClick={() => setAsked(draft)}>看信函</Button>}
      </h2>
      {letter.answer === undefined
        ? letter.error === undefined &&
          (!isPhone || asked !== undefined) && <Skeleton active paragraph={{ rows: 10 }} />
        : letter.answer.map((canvas, index, { length }) => (
            // A page is its number.
            <figure key={index}>
              <Sheet canvas={canvas} />
              <figcaption className="quiet">
                第 {index + 1} 页，共 {length} 页
              </figcaption>
            </figure>
          ))}
    </aside>
  );
}

/** Says whenever the letter shown is not the one of the words on the page. */
function stateOf(
  { answer, isCurrent, error }: AtRest<unknown>,
  isAsked: boolean,
  isChangedSince: boolean,
): string {
  if (!isAsked) return '';
  if (error !== undefined) {
    const why = whyNot(error);
    return answer === undefined ? why : `${why}，预览还是上一次的`;
  }
  if (!isCurrent) return answer === undefined ? '正在排版' : '正在重新排版，预览还是上一次的';
  return isChangedSince ? '预览还是上一次的' : '与现在的文字一致';
}

function whyNot(error: unknown): string {
  if (error instanceof Refused) return error.message;
  // What fetch throws when nobody answers; anything else went wrong in drawing.
  return error instanceof TypeError ? '没有连上服务器' : '信函没有画出来';
}

function Sheet({ canvas }: { canvas: HTMLCanvasElement }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(canvas);
  }, [canvas]);
  // The letter is Chinese, whatever the interface speaks.
  return <div ref={place} className="sheet" lang="zh-CN" />;
}
