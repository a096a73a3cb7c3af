import type { ReactElement } from 'react';
import type { Schemas } from '../../api/client.ts';
import { useNames } from '../../api/use-names.ts';
import { dayText } from '../../design/days.ts';
import { word } from '../../design/words.ts';
import { RecordFiles } from '../meeting/record-files.tsx';

/** What was written down of a meeting, as the one who confirms or judges it has to read it. */
export function MeetingRecord(props: {
  readonly meeting: Schemas['Meeting'];
  readonly today: string;
  /** Where it stands below a line that says which meeting it was, when and where. */
  readonly isBelowTitle?: boolean;
}): ReactElement {
  const { meeting, today, isBelowTitle = false } = props;
  const { heldOn, kind, place, presentIds, consultation, findings, decisions } = meeting;
  const names = useNames(presentIds);
  const present = presentIds.map((id) => names.get(id) ?? '').filter((name) => name !== '');
  return (
    <div className="quoted">
      {!isBelowTitle && (
        <p className="quiet">
          {word('meeting', kind)} · {dayText(heldOn, today)} · {place}
        </p>
      )}
      {present.length > 0 && <p>到场 {present.join('、')}</p>}
      {consultation !== undefined && <Consultation said={consultation} today={today} />}
      {findings !== '' && <Part name="现场情况" lines={[findings]} />}
      <Part
        name="决定"
        lines={decisions.map(({ what, who, dueOn }) => decisionText(what, who, dueOn, today))}
      />
      <RecordFiles photos={meeting.photos} minutesFiles={meeting.minutesFiles} />
    </div>
  );
}

function Consultation(props: {
  readonly said: NonNullable<Schemas['Meeting']['consultation']>;
  readonly today: string;
}): ReactElement {
  const { background, demands, approach, measures, milestones } = props.said;
  return (
    <>
      <Part name="代表谈的背景和意图" lines={[background]} />
      <Part name="代表的诉求" lines={demands} />
      <Part name="单位的办理思路" lines={[approach]} />
      <Part name="措施" lines={measures} />
      <Part
        name="什么时候做到"
        lines={milestones.map(({ text, dueOn }) => `${text}，${dayText(dueOn, props.today)}`)}
      />
    </>
  );
}

/** One line is a paragraph, several are a list, none are left out. */
function Part({ name, lines }: { name: string; lines: readonly string[] }): ReactElement | null {
  const [only] = lines;
  if (only === undefined) return null;
  return (
    <>
      <h3>{name}</h3>
      {lines.length === 1 ? (
        <p className="prewrap">{only}</p>
      ) : (
        <ol>
          {lines.map((line) => (
            <li key={line} className="prewrap">
              {line}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function decisionText(what: string, who: string, dueOn: string, today: string): string {
  return [what, who, dayText(dueOn, today)].filter((part) => part !== '').join('，');
}
