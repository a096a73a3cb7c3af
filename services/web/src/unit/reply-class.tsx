import { Button, Input, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { UploadFiles } from '../act/uploads/upload-files.tsx';
import type { Uploads } from '../act/uploads/use-uploads.ts';
import { choices } from '../design/words.ts';
import type { ReplyText, ResultClass, TypedPromise } from './reply-text.ts';

interface ClassProps {
  readonly text: ReplyText;
  readonly change: (changed: Partial<ReplyText>) => void;
  readonly today: string;
  /** 证明材料 */
  readonly uploads: Uploads;
}

/** 办理结果类别 with exactly the evidence that it demands, the promises, and whether the reply is published. */
export function ReplyClass({ text, change, today, uploads }: ClassProps): ReactElement {
  return (
    <section className="reply-class" aria-label="结果类别">
      <div className="labelled">
        <span id="class-label">结果类别</span>
        <div id="result-class" tabIndex={-1}>
          <Segmented<ResultClass>
            aria-labelledby="class-label"
            value={text.resultClass}
            options={choices('resultClass') as { value: ResultClass; label: string }[]}
            onChange={(resultClass) => change({ resultClass })}
          />
        </div>
      </div>
      <ClassEvidence text={text} change={change} today={today} uploads={uploads} />
      {(text.resultClass === 'B' || text.resultClass === 'C' || text.promises.length > 0) && (
        <Promises text={text} change={change} today={today} />
      )}
      <div className="labelled">
        <span id="disclosure-label">公开属性</span>
        <Segmented<ReplyText['disclosure']>
          aria-labelledby="disclosure-label"
          value={text.disclosure}
          options={choices('disclosure') as { value: ReplyText['disclosure']; label: string }[]}
          onChange={(disclosure) => change({ disclosure })}
        />
      </div>
    </section>
  );
}

function ClassEvidence({ text, change, today, uploads }: ClassProps): ReactElement | null {
  const { evidence } = text;
  const set = (changed: Partial<ReplyText['evidence']>): void =>
    change({ evidence: { ...evidence, ...changed } });
  const field = (id: string, key: 'lackingCondition' | 'explainedBy' | 'legalBasis', label: string) => (
    <label className="labelled">
      {label}
      <Input.TextArea
        id={id}
        rows={1}
        className="grows"
        maxLength={key === 'explainedBy' ? 100 : 2000}
        value={evidence[key]}
        onChange={({ target }) => set({ [key]: target.value })}
      />
    </label>
  );
  switch (text.resultClass) {
    case 'A':
      return (
        <>
          <label className="labelled">
            办结日期
            <Input
              id="completed-on"
              type="date"
              className="day-field"
              max={today}
              value={evidence.completedOn}
              onChange={({ target }) => set({ completedOn: target.value })}
            />
          </label>
          <EvidenceFiles uploads={uploads} />
        </>
      );
    case 'C':
      return (
        <>
          {field('lacking-condition', 'lackingCondition', '受限条件')}
          {field('explained-by', 'explainedBy', '谁向代表解释')}
        </>
      );
    case 'D':
      return field('legal-basis', 'legalBasis', '法规政策依据');
    case 'B':
    case '':
      // Files of a class chosen before stay with the draft until they are taken away.
      return evidence.attachments.length + uploads.uploads.length > 0 ? (
        <EvidenceFiles uploads={uploads} />
      ) : null;
  }
}

function EvidenceFiles({ uploads }: { uploads: Uploads }): ReactElement {
  return (
    <div className="labelled">
      <span>证明材料</span>
      <UploadFiles id="attachments" uploads={uploads} label="证明材料" />
    </div>
  );
}

/** 承诺 with their days: they go into the ledger when the reply is issued. */
function Promises({ text: { promises }, change, today }: Omit<ClassProps, 'uploads'>): ReactElement {
  const set = (index: number, changed: Partial<TypedPromise>): void =>
    change({ promises: promises.map((each, at) => (at === index ? { ...each, ...changed } : each)) });
  return (
    <div className="labelled">
      <span>兑现承诺</span>
      <div>
        {promises.map((promise, index) => (
          // Promises have no identity but their place until they are issued.
          <div key={index} className="dated-row">
            <Input
              id={`promise-${index}`}
              aria-label={`承诺 ${index + 1}`}
              placeholder="做成什么"
              maxLength={1000}
              value={promise.text}
              onChange={({ target }) => set(index, { text: target.value })}
            />
            <Input
              type="date"
              aria-label={`承诺 ${index + 1} 的到期日`}
              min={today}
              value={promise.dueOn}
              onChange={({ target }) => set(index, { dueOn: target.value })}
            />
            <Button
              aria-label={`去掉承诺 ${index + 1}`}
              onClick={() => change({ promises: promises.filter((_each, at) => at !== index) })}
            >
              去掉
            </Button>
          </div>
        ))}
        {promises.some(({ text, dueOn }) => text.trim() === '' || dueOn === '') && (
          <p className="quiet">内容和到期日都写上，才算一条承诺</p>
        )}
        {promises.length < MOST_PROMISES && (
          <Button
            id="add-promise"
            onClick={() => change({ promises: [...promises, { text: '', dueOn: '' }] })}
          >
            加一条承诺
          </Button>
        )}
      </div>
    </div>
  );
}

/** The API's own bound. */
const MOST_PROMISES = 20;
