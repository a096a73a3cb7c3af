import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState, type ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { allPages } from '../../api/all-pages.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useToday } from '../../api/use-today.ts';
import { dayText, instantText } from '../../design/days.ts';
import { PageState } from '../../design/page-state.tsx';
import type { Me } from '../../session/session.ts';
import { instantOf, localTime } from '../../design/local-time.ts';

type Session = Schemas['CongressSession'];
type Values = Schemas['SaveCongressSessionInput'];

const MOST = 200;

/** 届次: when the congress meets, and until which hour what is submitted counts as of the session. */
export function SessionsTab({ me }: { me: Me }): ReactElement {
  const today = useToday();
  const sessions = useQuery({
    queryKey: ['congress-sessions'],
    queryFn: async () =>
      allPages((page) => api.GET('/api/v1/congress-sessions', { params: { query: page } })),
  });
  const [asked, setAsked] = useState<Session | 'new'>();
  return (
    <PageState query={sessions} what="届次">
      {(all) => (
        <section className="card" aria-label="届次">
          <div className="settings-head">
            <Button type="primary" onClick={() => setAsked('new')}>
              新增届次
            </Button>
          </div>
          {all.length === 0 && <p className="quiet">还没有届次，提交的都按闭会期间登记。</p>}
          <ul className="settings-list">
            {all.map((session) => (
              <li key={session.congressSessionId}>
                <span>
                  <b>{nameOf(session)}</b>
                  <span className="quiet under">
                    {dayText(session.opensOn, today)}至{dayText(session.closesOn, today)} · 截止{' '}
                    {instantText(session.cutOffAt, today)}，此后提交的按闭会期间
                  </span>
                </span>
                <Button onClick={() => setAsked(session)} aria-label={`修改${nameOf(session)}`}>
                  修改
                </Button>
              </li>
            ))}
          </ul>
          {asked !== undefined && (
            <SaveSession
              me={me}
              session={asked === 'new' ? undefined : asked}
              onClose={() => setAsked(undefined)}
            />
          )}
        </section>
      )}
    </PageState>
  );
}

function nameOf({ congressTerm, congressSession }: Session): string {
  return `第 ${congressTerm} 届第 ${congressSession} 次会议`;
}

function SaveSession(props: {
  readonly me: Me;
  readonly session: Session | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { me, session, onClose } = props;
  return (
    <ActDrawer<Values>
      name={session === undefined ? '新增届次' : '修改届次'}
      keptAs={`${me.personId}.saveCongressSession.${session?.congressSessionId ?? 'new'}`}
      {...(session === undefined ? {} : { initial: valuesOf(session) })}
      fields={() => (
        <>
          <NumberField name="congressTerm" label="届" />
          <NumberField name="congressSession" label="次" />
          <DayField name="opensOn" label="开幕" />
          <DayField name="closesOn" label="闭幕" />
          <Form.Item
            name="cutOffAt"
            label="截止时间（北京时间）"
            extra="此后提交的按闭会期间登记"
            rules={[{ required: true, message: '请选择截止时间' }]}
          >
            <Input type="datetime-local" className="day-field" />
          </Form.Item>
        </>
      )}
      send={async (values, header) => {
        const body = { ...values, cutOffAt: instantOf(values.cutOffAt) };
        if (session === undefined) {
          return dataOf(await api.POST('/api/v1/congress-sessions', { params: { header }, body }));
        }
        const version = `"${session.version}"`;
        const params = { path: { id: session.congressSessionId }, header: { 'if-match': version } };
        return dataOf(await api.PUT('/api/v1/congress-sessions/{id}', { params, body }));
      }}
      onClose={onClose}
    />
  );
}

function valuesOf({ congressTerm, congressSession, opensOn, closesOn, cutOffAt }: Session): Values {
  return { congressTerm, congressSession, opensOn, closesOn, cutOffAt: localTime(cutOffAt) };
}

function NumberField({ name, label }: { name: string; label: string }): ReactElement {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
      <InputNumber min={1} max={MOST} precision={0} />
    </Form.Item>
  );
}
