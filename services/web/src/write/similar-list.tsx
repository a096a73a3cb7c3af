import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router';
import { useToday } from '../api/use-today.ts';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import { cutAtWords } from './cut-at-words.ts';
import type { SimilarCase } from './use-writing-help.ts';

/** 相似建议: what was answered and promised then, and whether it was kept. */
export function SimilarList({ similar }: { similar: readonly SimilarCase[] | undefined }): ReactElement {
  if (similar === undefined) return <p className="quiet">写了标题以后，会找以往相似的建议和当时的答复。</p>;
  if (similar.length === 0) return <p className="quiet">没有找到相似的建议。</p>;
  return (
    <ol className="similar">
      {similar.map((found) => (
        <li key={found.caseId}>
          <SimilarHead found={found} name="" />
          <p>
            <Marked text={found.title} words={found.words} />
          </p>
          <SimilarAnswer found={found} />
        </li>
      ))}
    </ol>
  );
}

/** 最相似: the first of them, below the hints. */
export function MostSimilar({ found }: { found: SimilarCase }): ReactElement {
  return (
    <section className="most-similar" aria-label="最相似的建议">
      <SimilarHead found={found} name="最相似：" />
      <p>
        <Marked text={found.title} words={found.words} />
      </p>
      <Promises found={found} />
      <Link to={`/cases/${found.caseId}`}>看当时的答复</Link>
    </section>
  );
}

function SimilarHead({ found, name }: { found: SimilarCase; name: string }): ReactElement {
  const { year, displayNumber, number, resultClass, stage, leadUnits } = found;
  return (
    <>
      <p className="spread">
        <b>
          {name}
          {year === 0 ? '' : `${year}年 `}
          {displayNumber === '' ? number : displayNumber}
        </b>
        {resultClass === '' ? (
          stage !== '' && <span className="chip">{word('stage', stage)}</span>
        ) : (
          <span className="chip">{word('resultClass', resultClass)}</span>
        )}
      </p>
      {leadUnits.length > 0 && (
        <p className="quiet">主办 {leadUnits.map(({ name: unit }) => unit).join('、')}</p>
      )}
    </>
  );
}

function SimilarAnswer({ found }: { found: SimilarCase }): ReactElement {
  const { caseId, answeredOn, answered, words } = found;
  const today = useToday();
  return (
    <>
      {answered.length > 0 && (
        <details>
          <summary>
            {dayText(answeredOn, today)}答复了 {answered.length} 条
          </summary>
          <ol className="answered">
            {answered.map(({ demand, answer }) => (
              <li key={demand}>
                <b>
                  <Marked text={demand} words={words} />
                </b>
                <p className="prewrap">
                  <Marked text={answer} words={words} />
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
      {answered.length === 0 && (
        <p className="quiet">
          {answeredOn === '' ? '没有可看的答复。' : `${dayText(answeredOn, today)}答复，没有留下逐条的答复。`}
        </p>
      )}
      <Promises found={found} />
      <Link to={`/cases/${caseId}`}>看这件建议</Link>
    </>
  );
}

function Promises({ found: { promises } }: { found: SimilarCase }): ReactElement {
  const today = useToday();
  return (
    <>
      {promises.map(({ promiseId, text, dueOn, state }) => (
        <p key={promiseId}>
          当时承诺{dayText(dueOn, today)}前：“{text}”，<b>{KEPT[state] ?? word('promiseState', state)}</b>。
        </p>
      ))}
    </>
  );
}

/** Whether a promise was kept, as a sentence ends. */
const KEPT: Readonly<Record<string, string>> = { open: '还没有到期', kept: '已经兑现', broken: '至今未兑现' };

/** A text with the words in bold that it shares with the deputy's. */
function Marked({ text, words }: { text: string; words: readonly string[] }): ReactNode {
  return cutAtWords(text, words).map(({ piece, isWord }, index) =>
    isWord ? <mark key={index}>{piece}</mark> : <span key={index}>{piece}</span>,
  );
}
