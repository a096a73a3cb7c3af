import type { ReactElement } from 'react';
import type { Schemas } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import { dayText } from '../design/days.ts';
import { word } from '../design/words.ts';

/** 当面答复记录 of one reply: what was said to whom, and who has not signed it. */
export function FaceToFaceRecords(props: {
  readonly records: readonly Schemas['FaceToFaceRecord'][];
  readonly today: string;
}): ReactElement | null {
  const { records, today } = props;
  const names = useNames(records.map(({ deputyId }) => deputyId));
  if (records.length === 0) return null;
  return (
    <>
      <h4>当面答复记录</h4>
      <ul className="rows">
        {records.map(({ recordId, deputyId, onDate, place, attendees, content, state, opinion, ...rest }) => (
          <li key={recordId}>
            <span>
              {names.get(deputyId) ?? '代表'} · <b>{word('faceToFaceState', state)}</b>
              {opinion !== '' && <span className="under">代表意见：{opinion}</span>}
              <span className="quiet under">
                {place}；参加人员：{attendees}
              </span>
              <span className="quiet under prewrap">{content}</span>
            </span>
            <span className="aside">
              {dayText(onDate, today)}答复
              {rest.answeredOn !== '' && <span className="under">{dayText(rest.answeredOn, today)}回复</span>}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
