import type { ReactElement } from 'react';
import { Link } from 'react-router';
import '../desk.css';
import { Receipts } from './receipts.tsx';

/** 代表团工作人员: what became of the paper forms of the delegation, whoever entered them. Of the cases nothing. */
export function DelegationHomePage(): ReactElement {
  return (
    <main id="main" className="work-page">
      <title>纸质件回执 · 回音</title>
      <header className="work-head">
        <h1>纸质件回执</h1>
        <span className="quiet">本团代表的纸质建议，登记了没有、第几号</span>
        <Link to="/papers">录入纸质建议</Link>
      </header>
      <section className="card" aria-label="本团的纸质件">
        <Receipts
          linked={false}
          empty={
            <p className="nothing">
              还没有录入过纸质建议。收到代表签名的纸质件后，<Link to="/papers">录入第一份</Link>。
            </p>
          }
        />
      </section>
    </main>
  );
}
