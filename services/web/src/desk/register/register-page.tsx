import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { KeysHelp } from '../../act/keys-help.tsx';
import { useKeys } from '../../act/use-keys.ts';
import { convertMotion } from '../../act/desk-forms/convert-motion-form.tsx';
import { decline } from '../../act/desk-forms/decline-form.tsx';
import { returnForCorrection } from '../../act/desk-forms/return-for-correction-form.tsx';
import type { DeskForm } from '../../act/desk-forms/desk-form.ts';
import { Link } from 'react-router';
import { allPages } from '../../api/all-pages.ts';
import { api, type Schemas } from '../../api/client.ts';
import { useToday } from '../../api/use-today.ts';
import { categoriesOf, useRules } from '../../api/use-rules.ts';
import { PageState } from '../../design/page-state.tsx';
import { useShown } from '../../design/use-shown.tsx';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import '../desk.css';
import { stepped } from '../stepped.ts';
import { nextOpen, stillOpen } from './next-open.ts';
import { QUEUE_COLUMNS } from './queue-columns.ts';
import { QueueList } from './queue-list.tsx';
import { RegisterPanel } from './register-panel.tsx';
import { RegisteredLog } from './registered-log.tsx';
import { useRegistering } from './use-registering.ts';

const REFRESH_MS = 60_000;

/** 登记: the queue of submitted suggestions, the oldest first, with the text beside it. Works by keyboard alone. */
export function RegisterPage({ me }: { me: Me }): ReactElement {
  const queue = useQuery({
    queryKey: ['registration-queue'],
    queryFn: async () => {
      return allPages((page) => api.GET('/api/v1/registration-queue', { params: { query: page } }));
    },
    refetchInterval: REFRESH_MS,
  });
  const rules = useRules();
  return (
    <main id="main" className="work-page">
      <title>登记 · 回音</title>
      <PageState query={rules} what="登记类别">
        {(packs) => (
          <PageState query={queue} what="待登记的建议">
            {(items) => <Desk me={me} items={items} categories={categoriesOf(packs)} />}
          </PageState>
        )}
      </PageState>
    </main>
  );
}

interface DeskProps {
  readonly me: Me;
  readonly items: readonly Schemas['SuggestionSummary'][];
  readonly categories: readonly string[];
}

function Desk({ me, items, categories }: DeskProps): ReactElement {
  const today = useToday();
  const { outcomes, register } = useRegistering();
  const open = stillOpen(items, outcomes);
  const [chosen, setChosen] = useState<string>();
  const current = open.find(({ suggestionId }) => suggestionId === chosen) ?? open[0];
  const { shown, more } = useShown(open, current === undefined ? 0 : open.indexOf(current));
  const [picked, setPicked] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<DeskForm>();
  const list = useRef<HTMLUListElement>(null);
  const id = current?.suggestionId ?? '';
  const category = picked[id];
  useEffect(() => list.current?.focus(), []);

  const pick = (wanted: string | undefined): void => {
    if (wanted !== undefined && id !== '') setPicked((before) => ({ ...before, [id]: wanted }));
  };
  const move = (steps: number): void => setChosen(stepped(open, id, steps)?.suggestionId);
  const leave = (): void => {
    setChosen(nextOpen(open, id));
    list.current?.focus();
  };
  const send = (): void => {
    if (id === '' || category === undefined) return;
    register(id, category);
    leave();
  };
  const ask = (form: DeskForm): void => {
    if (id !== '') setAsked(form);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: send,
    t: () => ask(returnForCorrection),
    b: () => ask(decline),
    ...Object.fromEntries(categories.map((each, index) => [String(index + 1), () => pick(each)])),
  });
  return (
    <>
      <header className="work-head">
        <h1>登记</h1>
        <span className="quiet">{waitingText(open.length)}</span>
        <Link to="/papers">录入纸质建议</Link>
        <ExportButton name="待登记" columns={QUEUE_COLUMNS} items={() => Promise.resolve(open)} />
        <KeysHelp keys={KEYS} />
      </header>
      <div className="work-columns">
        <section className="card flush" aria-label="待登记">
          <QueueList ref={list} items={shown} current={id} onChoose={setChosen} {...{ outcomes, today }} />
          {more}
          <RegisteredLog me={me} items={items} outcomes={outcomes} today={today} />
        </section>
        {current !== undefined && (
          <RegisterPanel
            key={id}
            item={current}
            today={today}
            refusal={refusalOf(outcomes.get(id))}
            {...{ categories, category, pick, send, ask }}
          />
        )}
      </div>
      {asked !== undefined && id !== '' && (
        <Asked {...{ form: asked, id, today, me }} onClose={() => setAsked(undefined)} onDone={leave} />
      )}
    </>
  );
}

/** A form about the open suggestion. What leaves the queue with it makes place for the next. */
function Asked(props: {
  readonly form: DeskForm;
  readonly id: string;
  readonly me: Me;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}): ReactElement {
  const { form, id, me, today, onClose, onDone } = props;
  return (
    <form.Form
      {...{ caseId: id, targetId: id, today, onClose }}
      keptAs={[me.personId, form.act, id].join('.')}
      onDone={form === convertMotion ? () => undefined : onDone}
    />
  );
}

function waitingText(count: number): string {
  return count === 0 ? '都登记完了' : `待登记 ${count} 件，先提交的在前`;
}

function refusalOf(outcome: { readonly state: string; readonly error?: unknown } | undefined): unknown {
  return outcome?.state === 'refused' ? outcome.error : undefined;
}

const KEYS = [
  ['1 … 8', '选类别'],
  ['Enter', '登记，自动打开下一件'],
  ['J K', '下一件、上一件'],
  ['T', '退回修改'],
  ['B', '不作为建议处理'],
] as const;
