import type { ReactElement } from 'react';
import type { TimedRule } from '../../api/use-rules.ts';
import { word } from '../../design/words.ts';

/** Clocks that start with 交办; the on-site meeting where the case needs one. */
const STARTED = ['ack', 'dual_confirmation', 'on_site', 'reply'];

/** What 交办 starts: the time limits of the rule pack. Dates come with the clocks, each with its days explained. */
export function TermsToStart(props: {
  readonly rules: Readonly<Record<string, TimedRule>>;
  readonly isComplex: boolean;
}): ReactElement {
  const { rules, isComplex } = props;
  return (
    <section className="terms" aria-label="交办起算的时限">
      <h3>若今天交办，自动起算</h3>
      <dl>
        {STARTED.filter((kind) => isComplex || kind !== 'on_site').flatMap((kind) => {
          const rule = rules[kind];
          return rule === undefined
            ? []
            : [
                <div key={kind}>
                  <dt>{word('clock', kind)}</dt>
                  <dd>
                    <b>{rule.n}</b> {word('termUnit', rule.unit)} <span className="quiet">{rule.law}</span>
                  </dd>
                </div>,
              ];
        })}
      </dl>
    </section>
  );
}
