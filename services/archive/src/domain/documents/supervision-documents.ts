import { supervisionLetter } from '@huiyin/documents/templates/supervision-letter';
import { talkMinutes } from '@huiyin/documents/templates/talk-minutes';
import { talkNotice } from '@huiyin/documents/templates/talk-notice';
import { urgeSlip } from '@huiyin/documents/templates/urge-slip';
import { flag, text } from '../fact.ts';
import {
  caseName,
  dayOf,
  dueOf,
  factsOf,
  officeName,
  unitName,
  type CaseDocument,
  type CaseSource,
  type ReasonedFact,
} from './case-source.ts';

/** Who acts when a service does. */
const SYSTEM = 'system';

/** The ladder (domain.md §2.5): 催办单, from red on 督办函, 约谈通知书, 约谈纪要. */
export function supervisionDocuments(source: CaseSource): CaseDocument[] {
  return [
    ...factsOf(source, 'unit-urged').map((fact) => slip(source, fact)),
    ...factsOf(source, 'supervision-letter-sent').map((fact) => letter(source, fact)),
    ...factsOf(source, 'talk-called').map((fact) => notice(source, fact)),
    ...factsOf(source, 'talk-held').map((fact) => minutes(source, fact)),
  ];
}

function common(source: CaseSource, fact: ReasonedFact) {
  const unitId = text(fact, 'unitId');
  return {
    entry: { unitId, needs: ['colours'] as const, people: [], assignmentId: '' },
    facts: { suggestion: caseName(source), unit: unitName(source, unitId) },
  };
}

function slip(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const { entry, facts } = common(source, fact);
  const urgedOn = dayOf(fact, 'urgedOn');
  return {
    ...{ ...entry, kind: 'urge-slip', of: text(fact, 'urgeId'), onDate: urgedOn },
    title: `催办单（${facts.unit}）`,
    compose: () =>
      urgeSlip({
        ...{ ...facts, office: senderOf(source, fact), message: fact.reason, urgedOn },
        ...{ toHead: flag(fact, 'toHead'), dueOn: source.file.clocks[text(fact, 'clockId')]?.dueDate ?? '' },
      }),
  };
}

function letter(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const { entry, facts } = common(source, fact);
  const [of, sentOn] = [text(fact, 'letterId'), dayOf(fact, 'sentOn')];
  return {
    ...{ ...entry, kind: 'supervision-letter', of, title: `督办函（${facts.unit}）`, onDate: sentOn },
    compose: () =>
      supervisionLetter({
        ...{ ...facts, office: senderOf(source, fact), facts: fact.reason },
        ...{ requiredAction: text(fact, 'requiredAction'), sentOn },
        answerDueOn: dueOf(source, 'letter_answer', of),
      }),
  };
}

/**
 * An urge, and a letter from before its office was kept, is of the office whose role its sender held, 代表工委 for one who holds both
 * as today; the system writes for 代表工委 (domain.md §2.5). '' where nothing tells.
 */
function senderOf(source: CaseSource, fact: ReasonedFact): string {
  const office = text(fact, 'office');
  if (office !== '') return officeName(source, office);
  if (fact.personId === SYSTEM || fact.roles.includes('congress-desk')) return source.desk;
  return fact.roles.includes('government-office') ? source.governmentOffice : '';
}

function notice(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const { entry, facts } = common(source, fact);
  const [of, calledOn] = [text(fact, 'talkId'), dayOf(fact, 'calledOn')];
  return {
    ...{ ...entry, kind: 'talk-notice', of, title: `约谈通知书（${facts.unit}）`, onDate: calledOn },
    compose: () =>
      talkNotice({
        ...{ ...facts, office: source.desk, problems: problemsOf(fact), calledOn },
        holdBy: dueOf(source, 'talk_hold', of),
      }),
  };
}

/** Before problems were told by themselves they stood behind the cause in the reason. */
function problemsOf(called: ReasonedFact): string {
  return text(called, 'problems') || called.reason;
}

function minutes(source: CaseSource, fact: ReasonedFact): CaseDocument {
  const { entry, facts } = common(source, fact);
  const [of, heldOn, attendedBy] = [
    text(fact, 'talkId'),
    dayOf(fact, 'heldOn'),
    text(fact, 'attendedByPersonId'),
  ];
  const ofIt = (type: string) => factsOf(source, type).find((each) => text(each, 'talkId') === of);
  const [called, checked] = [ofIt('talk-called'), ofIt('talk-checked')];
  return {
    ...{ ...entry, kind: 'talk-minutes', of, title: `约谈纪要（${facts.unit}）`, onDate: heldOn },
    people: [attendedBy],
    compose: (names) =>
      talkMinutes({
        ...{ ...facts, office: source.desk, heldOn, attendedBy: names.get(attendedBy) ?? '' },
        problems: called === undefined ? '' : problemsOf(called),
        minutes: text(fact, 'minutes'),
        undertaking: text(fact, 'undertaking'),
        checkOn: text(fact, 'checkOn'),
        check: checked && {
          kept: flag(checked, 'undertakingKept'),
          findings: text(checked, 'findings'),
          on: dayOf(checked, ''),
        },
      }),
  };
}
