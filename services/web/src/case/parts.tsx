import type { ReactElement, ReactNode } from 'react';
import { AttachedFiles } from '../act/uploads/attached-files.tsx';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';
import { CoOpinions } from './co-opinions.tsx';
import { FaceToFaceRecords } from './face-to-face-records.tsx';
import type { CaseFile } from './use-case.ts';

export interface PartProps {
  readonly file: CaseFile;
  readonly today: string;
}

/** A part the reader may not see says so; an empty one says why it is empty. */
export function Guarded(props: {
  readonly hidden: boolean;
  readonly group: string;
  readonly empty: string;
  readonly children: ReactNode;
}): ReactElement {
  const { hidden, group, empty, children } = props;
  if (hidden) return <p className="quiet">{word('hidden', group)}</p>;
  return empty === '' ? <>{children}</> : <p className="quiet">{empty}</p>;
}

export function SuggestionText({ file: { text, hidden, attachments } }: { file: CaseFile }): ReactElement {
  return (
    <Guarded hidden={hidden.includes('text')} group="text" empty={text === null ? '还没有正文' : ''}>
      <h3>事由与分析</h3>
      <p className="prewrap reading">{text?.facts}</p>
      <h3>诉求 {text?.demands.length ?? 0} 条</h3>
      <ol className="demands reading">
        {text?.demands.map((demand) => (
          <li key={demand}>{demand}</li>
        ))}
      </ol>
      {text !== null && <MoreOfText text={text} />}
      <AttachedFiles files={attachments.filter(({ part }) => part === 'text')} />
    </Guarded>
  );
}

/** What the deputy said beside the words; what was not said has no line. */
function MoreOfText({ text }: { text: NonNullable<CaseFile['text']> }): ReactElement {
  const lines = [
    ['希望沟通方式', word('wishedContact', text.wishedContact)],
    ['调研来源', word('researchSource', text.researchSource)],
    ['涉及区域', text.affectedArea],
    ['曾提过（历年编号）', text.earlierNumbers.join('、')],
  ].filter(([, value]) => value !== '');
  return (
    <dl className="register more-of-text">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="prewrap">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Shares({ file: { shares, hidden }, today }: PartProps): ReactElement {
  const lead = shares.find(({ role }) => role === 'lead');
  const opinionsSeen = !hidden.includes('co-opinion') && shares.some(({ role }) => role === 'co');
  return (
    <Guarded hidden={false} group="" empty={shares.length === 0 ? '还没有交办' : ''}>
      <ul className="rows">
        {shares.map((share) => (
          <li key={share.assignmentId}>
            <span>
              <span className="chip">{word('share', share.role)}</span> <b>{share.unit?.name}</b>
              {share.liaisonUntrained && <span className="quiet under">联络员没有有效培训合格证</span>}
            </span>
            <span className="aside">
              {word('shareState', share.state)}
              <span className="quiet under">{dayText(share.assignedOn, today)}交办</span>
            </span>
          </li>
        ))}
      </ul>
      {lead !== undefined && opinionsSeen && (
        <>
          <h3>协办意见</h3>
          <CoOpinions shareId={lead.assignmentId} today={today} />
        </>
      )}
    </Guarded>
  );
}

export function Replies({ file: { replies, hidden, attachments }, today }: PartProps): ReactElement {
  const empty = replies.length === 0 ? '还没有签发答复' : '';
  return (
    <Guarded hidden={hidden.includes('final-reply')} group="final-reply" empty={empty}>
      {replies.map((reply) => (
        <article key={reply.replyId} className="reply">
          <h3>
            {word('resultClass', reply.resultClass)} <span className="quiet">{reply.letterNumber}</span>
          </h3>
          <p className="quiet">
            {dayText(reply.issuedOn, today)}签发 · 送达 {reply.delivered} 人 / {reply.owed} 人
            {reply.round > 1 && ` · 第 ${reply.round} 轮`}
          </p>
          <p className="prewrap reading">{reply.opening}</p>
          <ol className="reading">
            {reply.sections.map(({ demand, answer }) => (
              <li key={demand}>
                <b>{demand}</b>
                <p className="prewrap">{answer}</p>
              </li>
            ))}
          </ol>
          <FaceToFaceRecords records={reply.faceToFace} today={today} />
        </article>
      ))}
      <AttachedFiles title="证明材料" files={attachments.filter(({ part }) => part === 'final-reply')} />
    </Guarded>
  );
}

export function Evaluations({ file: { evaluations, hidden }, today }: PartProps): ReactElement {
  const empty = evaluations.length === 0 ? '代表还没有评价' : '';
  return (
    <Guarded hidden={hidden.includes('evaluation')} group="evaluation" empty={empty}>
      <ul className="rows">
        {evaluations.map((each) => (
          <li key={each.evaluationId}>
            <span>
              {each.lapsed ? (
                <b>逾期未反馈</b>
              ) : (
                <>
                  态度 <b>{word('satisfaction', each.attitude)}</b> · 结果{' '}
                  <b>{word('satisfaction', each.result)}</b>
                </>
              )}
              <span className="quiet under">{each.reasons}</span>
            </span>
            <span className="aside">{dayText(each.evaluatedOn, today)}</span>
          </li>
        ))}
      </ul>
    </Guarded>
  );
}

export function Promises({ file: { promises }, today }: PartProps): ReactElement {
  return (
    <ul className="rows">
      {promises.map(({ promiseId, text, dueOn, state }) => (
        <li key={promiseId}>
          <b>{text}</b>
          <span className="aside">
            {word('promiseState', state)}
            <span className="quiet under">{dayText(dueOn, today)}到期</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Register({ fields }: { fields: Readonly<Record<string, string>> }): ReactElement {
  return (
    <dl className="register">
      {Object.entries(fields)
        .filter(([, value]) => value !== '')
        .map(([column, value]) => (
          <div key={column}>
            <dt>{column}</dt>
            <dd className="prewrap">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
