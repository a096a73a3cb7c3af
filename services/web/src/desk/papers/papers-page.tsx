import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { KeysHelp } from '../../act/keys-help.tsx';
import { useBusinessClock } from '../../api/use-business-clock.ts';
import { PageState } from '../../design/page-state.tsx';
import type { Me } from '../../session/session.ts';
import '../desk.css';
import { PaperDesk } from './paper-desk.tsx';
import './papers.css';
import { Receipts } from './receipts.tsx';

/** 代为录入: signed paper forms of a pile, typed and scanned one after the other, with their receipts. */
export function PapersPage({ me }: { me: Me }): ReactElement {
  const clock = useBusinessClock();
  const isOffice = me.roles.some((role) => OFFICES.has(role));
  return (
    <main id="main" className="work-page">
      <title>录入纸质建议 · 回音</title>
      <header className="work-head">
        <h1>录入纸质建议</h1>
        <span className="quiet">照纸上写的录，不替代表改一个字</span>
        {isOffice && <Link to="/register">去登记</Link>}
        <KeysHelp keys={KEYS} />
      </header>
      <div className="papers-columns">
        <PageState query={clock} what="现在的时间">
          {({ now }) => <PaperDesk keptAs={`${me.personId}.paper`} now={now} />}
        </PageState>
        <section className="card" aria-labelledby="receipts-heading">
          <h2 id="receipts-heading">{isOffice ? '本级录入的纸质件' : '本人录入的纸质件'}</h2>
          <Receipts linked={isOffice} empty={<p className="quiet">还没有录入过。录入后，回执在这里。</p>} />
        </section>
      </div>
    </main>
  );
}

/** Who reads the suggestion as well. */
const OFFICES: ReadonlySet<string> = new Set(['congress-desk', 'session-registrar']);

const KEYS = [
  ['Tab', '下一项'],
  ['Ctrl Enter', '录入，接着录下一份'],
] as const;
