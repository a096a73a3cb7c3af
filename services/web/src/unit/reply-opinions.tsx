import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import type { AssignmentFile } from '../api/use-assignment.ts';
import { OpinionParts } from '../design/opinion-parts.tsx';
import { inChinese } from '../language/in-chinese.ts';
import type { ReplyText } from './reply-text.ts';

/** Each accepted co-opinion, and what the reply says of it; 插入 takes its words over. */
export function ReplyOpinions(props: {
  readonly text: ReplyText;
  readonly change: (changed: Partial<ReplyText>) => void;
  readonly opinions: AssignmentFile['coOpinions'];
  readonly awaited: AssignmentFile['awaitedCoOpinions'];
  readonly unitName: (unitId: string) => string;
}): ReactElement {
  const { text, change, opinions, awaited, unitName } = props;
  const accepted = opinions.filter(({ status }) => status === 'accepted');
  const say = (opinionId: string, statement: string): void =>
    change({ statements: { ...text.statements, [opinionId]: statement } });
  return (
    <>
      {accepted.map((given) => {
        const { opinionId, unitId } = given;
        const place = `opinion-${opinionId}`;
        const said = text.statements[opinionId] ?? '';
        return (
          <section key={opinionId} className="reply-section">
            <header className="spread">
              <label htmlFor={place}>
                <span className="quiet">协办意见 </span>
                {unitName(unitId)}
              </label>
              <span className={said.trim() === '' ? 'missing' : 'answered'}>
                {said.trim() === '' ? '✕ 未载明' : '✓ 已载明'}
              </span>
            </header>
            <div className="their-words">
              <OpinionParts said={given} />
              {said.trim() === '' && (
                <Button
                  type="link"
                  size="small"
                  aria-label={`插入${unitName(unitId)}的意见`}
                  onClick={() => say(opinionId, asStated(given).slice(0, MOST_CHARACTERS))}
                >
                  插入
                </Button>
              )}
            </div>
            <Input.TextArea
              id={place}
              variant="borderless"
              rows={1}
              className="grows"
              maxLength={MOST_CHARACTERS}
              placeholder="答复中怎样写这份意见"
              value={said}
              onChange={({ target }) => say(opinionId, target.value)}
            />
          </section>
        );
      })}
      {awaited
        .filter(({ overdue }) => overdue)
        .map(({ unitId }) => (
          <MissingOpinion
            key={unitId}
            unitId={unitId}
            unit={unitName(unitId)}
            reason={text.missing[unitId] ?? ''}
            explain={(reason) => change({ missing: { ...text.missing, [unitId]: reason } })}
          />
        ))}
    </>
  );
}

/** What a reply says of an opinion at first: the opinion, and what the unit promises. */
function asStated({ opinion, commitments }: AssignmentFile['coOpinions'][number]): string {
  const promised = commitments.map(({ text, dueOn }) => inChinese(`${text}（${dueOn}前）`));
  return promised.length === 0 ? opinion : inChinese(`${opinion}承诺：${promised.join('；')}。`);
}

/** A co-handler that is waited for no longer: the reply says why it goes without its opinion. */
function MissingOpinion(props: {
  readonly unitId: string;
  readonly unit: string;
  readonly reason: string;
  readonly explain: (reason: string) => void;
}): ReactElement {
  const { unitId, unit, reason, explain } = props;
  const place = `missing-${unitId}`;
  return (
    <section className="reply-section">
      <header className="spread">
        <label htmlFor={place}>
          <span className="quiet">未出具协办意见 </span>
          {unit}
        </label>
        <span className={reason.trim() === '' ? 'missing' : 'answered'}>
          {reason.trim() === '' ? '✕ 未说明' : '✓ 已说明'}
        </span>
      </header>
      <Input.TextArea
        id={place}
        variant="borderless"
        rows={1}
        className="grows"
        maxLength={MOST_OF_A_REASON}
        placeholder="为什么没有这份意见"
        value={reason}
        onChange={({ target }) => explain(target.value)}
      />
    </section>
  );
}

/** Of one statement, as the API has it. */
const MOST_CHARACTERS = 2000;
const MOST_OF_A_REASON = 1000;
