import { Button, Checkbox, Input, InputNumber, Radio } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { Refusal } from '../refusal.tsx';
import { word } from '../../design/words.ts';
import {
  ASPECTS,
  judgementFault,
  proposalOf,
  unexplained,
  type Aspect,
  type ComplexRule,
  type Judgement,
} from './judgement.ts';
import './judgement.css';
import type { ProposedScores } from './use-proposed-scores.ts';

const POINTS = [1, 2, 3];
const MOST_UNITS = 30;
const MOST_REASON = 500;

/** Range, difficulty and urgency, each with its reason; the system proposes, the person decides. */
export function CaseJudgement(props: {
  readonly judgement: Judgement;
  readonly rule: ComplexRule;
  /** What the system proposes, once it is there. */
  readonly proposed: ProposedScores | undefined;
  /** It was classified before: again needs a reason. */
  readonly isAgain: boolean;
  readonly alike: number;
  readonly refusal: unknown;
  readonly isPending: boolean;
  /** The one thing to do here: its button stands filled. */
  readonly isMain: boolean;
  /** The proposal, to read and to take. */
  readonly note: ReactNode;
  readonly change: (judgement: Judgement) => void;
  readonly send: () => void;
}): ReactElement {
  const { judgement, rule, proposed, isAgain, alike, refusal, isPending, isMain, note, change, send } = props;
  const proposal = proposalOf(judgement, rule);
  const fault = judgementFault(judgement, rule, isAgain) || unexplained(judgement, proposed);
  const type = judgement.handlingType === '' ? proposal?.type : judgement.handlingType;
  const asksWhy = isAgain || (proposal !== undefined && type !== proposal.type);
  const name = alike > 1 ? `用这份判断分类 ${alike} 件` : '分类';
  return (
    <section className="card judgement" aria-label="分类">
      <header className="spread">
        <h2>分类</h2>
        <span className="quiet">每项都要有理由</span>
      </header>
      {note}
      <Scores judgement={judgement} change={change} />
      <Verdict judgement={judgement} rule={rule} change={change} />
      <Checkbox
        checked={judgement.keyProposed}
        onChange={({ target }) => change({ ...judgement, keyProposed: target.checked })}
      >
        提请主任会议确定为重点建议
      </Checkbox>
      {asksWhy && (
        <Input.TextArea
          aria-label="为什么改"
          placeholder={isAgain ? '为什么重新分类' : '为什么与系统建议不同'}
          maxLength={MOST_REASON}
          rows={2}
          value={judgement.overrideReason}
          onChange={({ target }) => change({ ...judgement, overrideReason: target.value })}
        />
      )}
      <Refusal error={refusal} />
      <div className="act-bar">
        <Button
          type={isMain ? 'primary' : 'default'}
          disabled={fault !== ''}
          loading={isPending}
          onClick={send}
        >
          {isAgain ? '重新分类' : name}
        </Button>
        <span className="quiet" role="status">
          {fault}
        </span>
      </div>
    </section>
  );
}

interface PartProps {
  readonly judgement: Judgement;
  readonly change: (judgement: Judgement) => void;
}

function Scores({ judgement, change }: PartProps): ReactElement {
  const set = (aspect: Aspect, score: Partial<Judgement[Aspect]>): void =>
    change({ ...judgement, [aspect]: { ...judgement[aspect], ...score } });
  return (
    <>
      {ASPECTS.map((aspect) => (
        <div key={aspect} className="aspect" role="group" aria-label={word('score', aspect)}>
          <b>{word('score', aspect)}</b>
          <Radio.Group
            optionType="button"
            buttonStyle="solid"
            aria-label={`${word('score', aspect)} 分`}
            options={POINTS.map((value) => ({ value, label: String(value) }))}
            value={judgement[aspect].points}
            onChange={({ target }) => set(aspect, { points: Number(target.value) })}
          />
          <Input
            aria-label={`${word('score', aspect)} 理由`}
            placeholder="理由"
            maxLength={MOST_REASON}
            value={judgement[aspect].reason}
            onChange={({ target }) => set(aspect, { reason: target.value })}
          />
        </div>
      ))}
      <div className="aspect">
        <b>涉及单位</b>
        <InputNumber
          aria-label="预计涉及单位数"
          min={1}
          max={MOST_UNITS}
          value={judgement.expectedUnits}
          onChange={(value) => change({ ...judgement, expectedUnits: value ?? 1 })}
        />
        <span className="quiet">个</span>
      </div>
    </>
  );
}

/** The sum, what the rules make of it, and what the person makes of it. */
function Verdict({ judgement, change, rule }: PartProps & { readonly rule: ComplexRule }): ReactElement {
  const proposal = proposalOf(judgement, rule);
  return (
    <div className="aspect verdict">
      <b>
        合计<span className="sum">{proposal?.sum ?? '–'}</span>
      </b>
      <span>
        {proposal === undefined ? (
          <span className="quiet">打完三项，系统给出建议</span>
        ) : (
          <>
            系统建议 <b>{word('handling', proposal.type)}</b> <span className="quiet">{whyText(rule)}</span>
          </>
        )}
        <Radio.Group
          optionType="button"
          aria-label="办理类型"
          disabled={proposal === undefined}
          value={judgement.handlingType === '' ? proposal?.type : judgement.handlingType}
          options={(['general', 'complex'] as const).map((value) => ({
            value,
            label: word('handling', value),
          }))}
          onChange={({ target }) =>
            change({ ...judgement, handlingType: target.value === 'complex' ? 'complex' : 'general' })
          }
        />
      </span>
    </div>
  );
}

/** ≥5 分，且涉及 3 个以上单位或者难度 3 分 */
function whyText({ sum_at_least: sum, and_any: either }: ComplexRule): string {
  const words: Readonly<Record<string, string>> = {
    units_at_least_3: '涉及 3 个以上单位',
    difficulty_3: '难度 3 分',
  };
  return `复杂：≥${sum} 分，且${either.map((each) => words[each] ?? each).join('或者')}`;
}
