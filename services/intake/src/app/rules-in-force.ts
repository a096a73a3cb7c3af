import { localDateOf } from '@huiyin/kernel/local-date';
import type { Tx } from '@huiyin/kernel/tx';
import type { RulesInForce } from '../domain/clock-fact.ts';
import { notYetKnown, type IntakeRejection } from '../domain/rejections.ts';
import type { Period, Suggestion } from '../domain/suggestion.ts';
import type { ReferenceFacts } from './ports.ts';

/** The rule pack of the day. Without one nothing can be timed, so the command waits for directory's fact. */
export async function rulesInForce(
  reference: ReferenceFacts,
  tx: Tx,
  at: Date,
): Promise<RulesInForce | IntakeRejection> {
  return (await reference.rulePackAt(tx, localDateOf(at))) ?? notYetKnown('directory', 'rule-pack');
}

/** The rules of one suggestion: those it was registered under, and before its registration those of the day. */
export async function rulesOf(
  reference: ReferenceFacts,
  tx: Tx,
  of: { readonly suggestion: Suggestion; readonly at: Date },
): Promise<RulesInForce | IntakeRejection> {
  const { suggestion, at } = of;
  if (suggestion.status !== 'registered') return rulesInForce(reference, tx, at);
  const version = suggestion.rulePackVersion;
  if (version === undefined) {
    const then = await reference.rulePackAt(tx, suggestion.registeredOn);
    return then ?? notYetKnown('directory', 'rule-pack');
  }
  const pack = await reference.rulePack(tx, version);
  return pack === undefined ? notYetKnown('directory', 'rule-pack') : { version, pack };
}

/** 大会期间 until the presidium's cut-off, else 闭会期间 of the running 届. */
export async function periodAt(
  reference: ReferenceFacts,
  tx: Tx,
  at: Date,
): Promise<Period | IntakeRejection> {
  const sitting = await reference.congressSessionAt(tx, at);
  if (sitting !== undefined) {
    const { congressSessionId, congressTerm, congressSession, closesOn } = sitting;
    return { kind: 'in-session', congressSessionId, congressTerm, congressSession, closesOn };
  }
  const latest = await reference.latestCongressSession(tx, localDateOf(at));
  if (latest === undefined) return notYetKnown('directory', 'congress-session');
  return { kind: 'between-sessions', congressTerm: latest.congressTerm };
}
