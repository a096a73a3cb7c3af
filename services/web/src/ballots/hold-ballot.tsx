import { Button, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand, type CommandAnswer } from '../act/use-command.ts';
import { api, dataOf } from '../api/client.ts';
import type { Me } from '../session/session.ts';
import { OpenBallot } from './open-ballot.tsx';
import type { Ballot } from './use-ballots.ts';

/** The next step of whoever holds the ballot. Each is confirmed: none can be taken back. */
export function HoldBallot({ me, ballot }: { me: Me; ballot: Ballot }): ReactElement | null {
  switch (ballot.status) {
    case 'check-in':
      return (
        <Step
          name="结束签到"
          confirm={
            ballot.checkedIn * 2 > ballot.members
              ? `签到 ${ballot.checkedIn} 人，已过半数。结束后不能再签到。`
              : `签到 ${ballot.checkedIn} 人，没有超过组成人员的一半。现在结束，本次投票就不举行了。`
          }
          send={async (header) =>
            dataOf(await api.POST('/api/v1/ballots/{id}:close-check-in', of(ballot, header)))
          }
        />
      );
    case 'checked-in':
      return (
        <Step
          name="开始投票"
          confirm="签到的人现在可以投票。"
          send={async (header) =>
            dataOf(await api.POST('/api/v1/ballots/{id}:open-casting', of(ballot, header)))
          }
        />
      );
    case 'casting':
      return (
        <Step
          name="结束投票"
          confirm={`签到 ${ballot.checkedIn} 人，投出 ${ballot.cast} 票。结束后计票，不能再投。`}
          send={async (header) => dataOf(await api.POST('/api/v1/ballots/{id}:close', of(ballot, header)))}
        />
      );
    case 'closed':
      return ballot.result === 'dissatisfied' ? <Revote me={me} ballot={ballot} /> : null;
    case 'inquorate':
      return null;
  }
}

type Header = { 'idempotency-key': string };

const of = ({ ballotId: id }: Ballot, header: Header) => ({ params: { path: { id }, header } });

function Step(props: {
  readonly name: string;
  readonly confirm: string;
  readonly send: (header: Header) => Promise<CommandAnswer>;
}): ReactElement {
  const command = useCommand<undefined>((_, header) => props.send(header));
  return (
    <>
      <Refusal error={command.error} />
      <Popconfirm
        title={props.name}
        description={props.confirm}
        okText={props.name}
        cancelText="先不办"
        onConfirm={() => command.mutate(undefined)}
      >
        <Button type="primary" loading={command.isPending}>
          {props.name}
        </Button>
      </Popconfirm>
    </>
  );
}

function Revote({ me, ballot }: { me: Me; ballot: Ballot }): ReactElement {
  const [isOpening, setOpening] = useState(false);
  return (
    <>
      <Button onClick={() => setOpening(true)}>再次测评</Button>
      {isOpening && <OpenBallot me={me} revoteOf={ballot} onClose={() => setOpening(false)} />}
    </>
  );
}
