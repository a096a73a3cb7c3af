import { Button } from 'antd';
import type { ReactElement } from 'react';
import { LIMITS, type DraftWords } from './draft-words.ts';
import { fieldId, goTo, type Hint } from './hint.ts';
import { PassageField } from './passage-field.tsx';

interface TextFieldsProps {
  readonly words: DraftWords;
  readonly locked: boolean;
  readonly hints: readonly Hint[];
  readonly onChange: (words: DraftWords) => void;
  readonly onPassage: (hint: Hint) => void;
}

/** 标题、情况和问题、具体建议, each demand on its own because the reply answers each. */
export function TextFields(props: TextFieldsProps): ReactElement {
  const { words, locked, hints, onChange, onPassage } = props;
  const common = { disabled: locked, onPassage };
  const written = words.demands.filter((demand) => demand.trim() !== '').length;
  const at = (field: string, item = 0): readonly Hint[] =>
    hints.filter(({ place }) => place.field === field && place.item === item);
  return (
    <>
      <section className="sheet-part">
        <Heading name="标题" count={`${words.title.length} / ${LIMITS.title}`} />
        <PassageField
          {...common}
          id={fieldId({ field: 'title', item: 0 })}
          label="标题"
          placeholder="关于……的建议"
          value={words.title}
          max={LIMITS.title}
          hints={at('title')}
          large
          oneLine
          onChange={(title) => onChange({ ...words, title })}
        />
      </section>
      <section className="sheet-part">
        <Heading name="情况和问题" count={`${words.facts.length} 字`} />
        <PassageField
          {...common}
          id={fieldId({ field: 'facts', item: 0 })}
          label="情况和问题"
          placeholder="在哪里、什么时候、有多少、影响到谁"
          value={words.facts}
          max={LIMITS.facts}
          hints={at('facts')}
          onChange={(facts) => onChange({ ...words, facts })}
        />
      </section>
      <section className="sheet-part">
        <Heading name="具体建议" count={`${written} 条`} />
        <Demands {...{ words, locked, onChange, onPassage, at }} />
      </section>
    </>
  );
}

function Heading({ name, count }: { name: string; count: string }): ReactElement {
  return (
    <span className="spread quiet">
      <span>{name}</span>
      <span>{count}</span>
    </span>
  );
}

interface DemandsProps extends Omit<TextFieldsProps, 'hints'> {
  readonly at: (field: string, item: number) => readonly Hint[];
}

function Demands({ words, locked, at, onChange, onPassage }: DemandsProps): ReactElement {
  const { demands } = words;
  const change = (next: readonly string[]): void => onChange({ ...words, demands: [...next] });
  const add = (): void => {
    change([...demands, '']);
    setTimeout(() => goTo({ field: 'demands', item: demands.length, start: 0, end: 0 }));
  };
  return (
    <ol className="demand-fields">
      {demands.map((demand, item) => (
        <li key={item}>
          <span className="ordinal" aria-hidden>
            {item + 1}.
          </span>
          <PassageField
            id={fieldId({ field: 'demands', item })}
            label={`具体建议 ${item + 1}`}
            placeholder="请谁、做什么、做到什么程度"
            value={demand}
            max={LIMITS.demand}
            disabled={locked}
            hints={at('demands', item)}
            onChange={(words_) => change(demands.map((each, index) => (index === item ? words_ : each)))}
            onPassage={onPassage}
          />
          {demands.length > 1 && !locked && (
            <Button
              type="text"
              aria-label={`去掉具体建议 ${item + 1}`}
              onClick={() => change(demands.filter((_each, index) => index !== item))}
            >
              去掉
            </Button>
          )}
        </li>
      ))}
      {demands.length < LIMITS.demands && !locked && (
        <li>
          <Button type="link" onClick={add}>
            再加一条
          </Button>
        </li>
      )}
    </ol>
  );
}
