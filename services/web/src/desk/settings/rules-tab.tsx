import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useRules, type RulePack, type TimedRule } from '../../api/use-rules.ts';
import { useToday } from '../../api/use-today.ts';
import { dayText } from '../../design/days.ts';
import { PageState } from '../../design/page-state.tsx';
import { word } from '../../design/words.ts';
import type { Me } from '../../session/session.ts';
import { ActivateRules } from './activate-rules.tsx';

/** 规则包: what is in force and what was. What was put in force never changes; the next one follows it. */
export function RulesTab({ me }: { me: Me }): ReactElement {
  const packs = useRules();
  const today = useToday();
  const [asking, setAsking] = useState(false);
  const mayActivate = me.roles.includes('administrator');
  return (
    <PageState query={packs} what="规则包">
      {(all) => (
        <section className="card" aria-label="规则包">
          <div className="settings-head">
            {mayActivate ? (
              <Button type="primary" onClick={() => setAsking(true)}>
                启用新规则包
              </Button>
            ) : (
              <span className="quiet">启用新规则包由管理员办理。</span>
            )}
          </div>
          <ul className="settings-list">
            {all.map((pack) => (
              <Pack key={pack.version} pack={pack} today={today} />
            ))}
          </ul>
          {asking && <ActivateRules me={me} packs={all} onClose={() => setAsking(false)} />}
        </section>
      )}
    </PageState>
  );
}

function Pack({ pack, today }: { pack: RulePack; today: string }): ReactElement {
  const { version, effectiveFrom, content, inForce } = pack;
  const later = effectiveFrom > today ? '尚未生效' : '以前的';
  return (
    <li>
      <span>
        <b>{content.name}</b> {version}
        <span className="quiet under">
          {dayText(effectiveFrom, today)}起 · {inForce ? '现行' : later}
        </span>
        <details>
          <summary>期限 {Object.keys(content.rules).length} 条</summary>
          <ul>
            {Object.entries(content.rules).map(([code, rule]) => (
              <li key={code}>{ruleText(rule)}</li>
            ))}
          </ul>
        </details>
      </span>
    </li>
  );
}

function ruleText({ name, n, unit, law }: TimedRule): string {
  return [`${name} ${n}${word('termUnit', unit)}`, law].filter(Boolean).join(' · ');
}
