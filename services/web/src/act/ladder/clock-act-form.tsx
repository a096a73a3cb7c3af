import type { ReactElement, ReactNode } from 'react';
import { WORST_FIRST } from '../../design/status-mark.tsx';
import { ActDrawer } from '../act-drawer.tsx';
import type { DeskFormProps } from '../desk-forms/desk-form.ts';
import type { Send } from '../use-command.ts';
import { WithLoaded } from '../with-loaded.tsx';
import { ClockField } from './clock-field.tsx';
import { useCaseClocks, type Clock } from './use-case-clocks.ts';

interface ClockActProps<Values extends { readonly clockId: string }> extends DeskFormProps {
  readonly name: string;
  readonly hint: ReactNode;
  /** Of the running time limits, those that the act can be done to. */
  readonly suits: (clock: Clock) => boolean;
  /** What the form begins with for the worst of them. */
  readonly initial?: (clock: Clock) => Partial<Values>;
  readonly fields: ReactNode;
  readonly send: Send<Values>;
}

/** An act on one running time limit of the case: the one that led here, else the worst. */
export function ClockActForm<Values extends { readonly clockId: string }>(
  props: ClockActProps<Values>,
): ReactElement {
  const { suits, initial, fields, targetId, ...rest } = props;
  const clocks = useCaseClocks(props.caseId);
  return (
    <>
      <WithLoaded name={props.name} query={clocks} what="时限" onClose={props.onClose}>
        {(found) => {
          const suited = found.filter(suits).toSorted(worstFirst);
          const chosen = suited.find(({ clockId }) => clockId === targetId) ?? suited.at(0);
          const start = (chosen && { ...initial?.(chosen), clockId: chosen.clockId }) as Partial<Values>;
          return (
            <ActDrawer<Values>
              {...rest}
              initial={start}
              fields={() => (
                <>
                  <ClockField clocks={suited} today={props.today} />
                  {fields}
                </>
              )}
            />
          );
        }}
      </WithLoaded>
    </>
  );
}

function worstFirst(a: Clock, b: Clock): number {
  const rank = ({ colour }: Clock): number => WORST_FIRST.findIndex((each) => each === colour);
  return rank(a) - rank(b) || a.dueDate.localeCompare(b.dueDate);
}

/** Time limits that an unit owes: the ladder stands against units alone. */
export function owedByUnit({ owner, status }: Clock): boolean {
  return owner === 'unit' && status === 'open';
}
