import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { Button } from 'antd';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import { useToday } from '../api/use-today.ts';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { word } from '../design/words.ts';
import { Shown } from '../design/shown.tsx';
import type { Me } from '../session/session.ts';
import './training.css';

/** 人员与培训 of the unit: which liaison is certified in what, my certificates, and the batches to enrol in. */
export function TrainingPage({ me }: { me: Me }): ReactElement {
  return (
    <main id="main">
      <title>培训 · 回音</title>
      <h1 className="greeting">{me.unit?.name}的人员与培训</h1>
      <OwnMatrix unitId={me.unit?.unitId ?? ''} />
      <MyCertificates />
      <Batches />
    </main>
  );
}

function OwnMatrix({ unitId }: { unitId: string }): ReactElement {
  const today = useToday();
  const matrix = useQuery({
    queryKey: ['training-matrix', unitId],
    queryFn: async () => dataOf(await api.GET('/api/v1/training-matrix', { params: { query: { unitId } } })),
  });
  const names = useNames(matrix.data?.rows.map(({ personId }) => personId) ?? []);
  return (
    <section className="card training">
      <h2>联络员</h2>
      <PageState query={matrix} what="培训情况">
        {({ topics, rows }) =>
          rows.length === 0 ? (
            <p className="quiet">本单位还没有联络员。请代表工委登记。</p>
          ) : (
            <table>
              <thead>
                <tr>
                  <th scope="col">姓名</th>
                  {topics.map((topic) => (
                    <th key={topic} scope="col">
                      {word('topic', topic)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ personId, cells }) => (
                  <tr key={personId}>
                    <th scope="row">{names.get(personId) ?? '联络员'}</th>
                    {cells.map(({ topic, state, validUntil }) => (
                      <td key={topic}>
                        {CIRCLES[state] ?? '○'} {word('trainingState', state)}
                        {validUntil !== '' && (
                          <span className="quiet under">{dayText(validUntil, today)}止</span>
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </PageState>
    </section>
  );
}

function MyCertificates(): ReactElement {
  const today = useToday();
  const certificates = useQuery({
    queryKey: ['certificates', 'mine'],
    queryFn: async () => dataOf(await api.GET('/api/v1/certificates')).items,
  });
  return (
    <section className="card training">
      <h2>我的合格证</h2>
      <PageState query={certificates} what="合格证">
        {(found) =>
          found.length === 0 ? (
            <p className="quiet">还没有合格证。报名参加一期培训，考试通过后颁发。</p>
          ) : (
            <Shown items={found}>
              {(shown) => (
                <ul className="rows">
                  {shown.map(({ certificateId, number, topic, validUntil, state }) => (
                    <li key={certificateId}>
                      <span>
                        <b>{word('topic', topic)}</b>
                        <span className="quiet under">{number}</span>
                      </span>
                      <span className="aside">
                        {word('certificateState', state)}
                        <span className="quiet under">{dayText(validUntil, today)}止</span>
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </Shown>
          )
        }
      </PageState>
    </section>
  );
}

function Batches(): ReactElement {
  const batches = useQuery({
    queryKey: ['batches'],
    queryFn: async () => dataOf(await api.GET('/api/v1/batches')).items,
  });
  return (
    <section className="card training">
      <h2>培训班</h2>
      <PageState query={batches} what="培训班">
        {(found) =>
          found.length === 0 ? (
            <p className="quiet">现在没有开设的培训班。</p>
          ) : (
            <Shown items={found}>
              {(shown) => (
                <ul className="rows">
                  {shown.map((batch) => (
                    <BatchRow key={batch.batchId} batch={batch} />
                  ))}
                </ul>
              )}
            </Shown>
          )
        }
      </PageState>
    </section>
  );
}

function BatchRow({ batch }: { batch: Schemas['Batch'] }): ReactElement {
  const today = useToday();
  const { batchId, title, topic, startsOn, endsOn, mine } = batch;
  const enrol = useCommand(async (_nothing: undefined, header) =>
    dataOf(await api.POST('/api/v1/enrolments', { params: { header }, body: { batchId } })),
  );
  return (
    <li>
      <span>
        <b>{title}</b>
        <span className="quiet under">
          {word('topic', topic)} · {dayText(startsOn, today)} 至 {dayText(endsOn, today)}
        </span>
        <Refusal error={enrol.error} />
      </span>
      <span className="aside">
        {mine === 'none' && endsOn >= today ? (
          <Button loading={enrol.isPending} onClick={() => enrol.mutate(undefined)}>
            报名
          </Button>
        ) : (
          word('enrolment', mine)
        )}
      </span>
    </li>
  );
}

/** Fill of a circle and its word: no red or green, which belong to clocks. */
const CIRCLES: Readonly<Record<string, string>> = {
  valid: '●',
  expiring: '◐',
  enrolled: '◔',
  expired: '○',
  missing: '○',
};
