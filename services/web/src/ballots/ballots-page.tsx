import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { PageState } from '../design/page-state.tsx';
import { Shown } from '../design/shown.tsx';
import type { Me } from '../session/session.ts';
import { BallotCard } from './ballot-card.tsx';
import './ballots.css';
import { OpenBallot } from './open-ballot.tsx';
import { useBallots } from './use-ballots.ts';
import { VoterPart } from './voter-part.tsx';

/** 无记名投票 in congress meetings: the desk holds them, deputies vote, the others read (domain.md §8.3). */
export function BallotsPage({ me }: { me: Me }): ReactElement {
  const ballots = useBallots();
  const [isOpening, setOpening] = useState(false);
  const holds = me.roles.includes('congress-desk');
  return (
    <main id="main" className={me.roles.includes('deputy') ? 'ballots-page' : 'work-page ballots-page'}>
      <title>无记名投票 · 回音</title>
      <header className="work-head">
        <h1>无记名投票</h1>
        <span className="quiet">系统里没有谁投了什么，结束时只公布票数</span>
        {holds && <Button onClick={() => setOpening(true)}>发起投票</Button>}
      </header>
      {isOpening && <OpenBallot me={me} onClose={() => setOpening(false)} />}
      <PageState query={ballots} what="投票">
        {(found) =>
          found.length === 0 ? (
            <p className="nothing">还没有无记名投票。</p>
          ) : (
            <Shown items={found}>
              {(shown) => (
                <ul className="ballots">
                  {shown.map((ballot) => (
                    <BallotCard key={ballot.ballotId} me={me} ballot={ballot} holds={holds}>
                      {ballot.mine !== 'none' && <VoterPart me={me} ballot={ballot} />}
                    </BallotCard>
                  ))}
                </ul>
              )}
            </Shown>
          )
        }
      </PageState>
    </main>
  );
}
