import { Button, Radio } from 'antd';
import type { ReactElement } from 'react';
import { convertMotion } from '../../act/desk-forms/convert-motion-form.tsx';
import { decline } from '../../act/desk-forms/decline-form.tsx';
import type { DeskForm } from '../../act/desk-forms/desk-form.ts';
import { returnForCorrection } from '../../act/desk-forms/return-for-correction-form.tsx';
import { Refusal } from '../../act/refusal.tsx';
import type { Schemas } from '../../api/client.ts';
import { SimilarCases } from './similar-cases.tsx';
import { SuggestionReader, useSuggestion } from '../suggestion-reader.tsx';

/** The open suggestion: its text, its category, and what can be done with it. */
export function RegisterPanel(props: {
  readonly item: Schemas['SuggestionSummary'];
  readonly today: string;
  readonly categories: readonly string[];
  readonly category: string | undefined;
  readonly refusal: unknown;
  readonly pick: (category: string) => void;
  readonly send: () => void;
  readonly ask: (form: DeskForm) => void;
}): ReactElement {
  const { item, today, categories, category, refusal, pick, send, ask } = props;
  const suggestion = useSuggestion(item.suggestionId);
  const isMotion = item.kind === 'motion' && suggestion.data?.motionNumber === '';
  return (
    <section className="card register-panel" aria-label="打开的建议">
      <SuggestionReader id={item.suggestionId} today={today} />
      <SimilarCases id={item.suggestionId} />
      <Refusal error={refusal} />
      <footer className="panel-foot">
        <fieldset className="categories">
          <legend>类别</legend>
          <Radio.Group
            optionType="button"
            value={category}
            onChange={({ target }) => pick(String(target.value))}
            options={categories.map((value, index) => ({
              value,
              label: (
                <>
                  <kbd>{index + 1}</kbd> <span lang="zh-CN">{value}</span>
                </>
              ),
            }))}
          />
        </fieldset>
        <div className="act-bar" role="group" aria-label="可以办的事">
          <Button type="primary" disabled={category === undefined} onClick={send}>
            登记 <kbd>Enter</kbd>
          </Button>
          <Button onClick={() => ask(returnForCorrection)}>
            {returnForCorrection.name} <kbd>T</kbd>
          </Button>
          <Button onClick={() => ask(decline)}>
            {decline.name} <kbd>B</kbd>
          </Button>
          {isMotion && <Button onClick={() => ask(convertMotion)}>{convertMotion.name}</Button>}
          <span className="quiet" role="status">
            {category === undefined ? '先选类别' : `登记为 ${category}`}
          </span>
        </div>
      </footer>
    </section>
  );
}
