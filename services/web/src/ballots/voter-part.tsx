import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { choices } from '../design/words.ts';
import type { Me } from '../session/session.ts';
import { keptVote } from './kept-token.ts';
import type { Ballot } from './use-ballots.ts';
import { cast, checkIn, type Choice } from './vote.ts';

interface VoterProps {
  readonly me: Me;
  readonly ballot: Ballot;
}

/** What a voter does on the phone: check in, wait, cast. */
export function VoterPart({ me, ballot }: VoterProps): ReactElement | null {
  const [kept, setKept] = useState(() => keptVote(me.personId, ballot.ballotId));
  const lookAgain = (): void => setKept(keptVote(me.personId, ballot.ballotId));
  switch (ballot.status) {
    case 'check-in':
      if (ballot.mine === 'eligible') return <CheckIn me={me} ballot={ballot} onDone={lookAgain} />;
      return kept === undefined ? <Elsewhere /> : <p>已签到。请留在这部手机上，等主持人宣布开始投票。</p>;
    case 'checked-in':
      if (ballot.mine !== 'checked-in') return <p>您没有签到，不能投票。</p>;
      return kept === undefined ? <Elsewhere /> : <p>已签到，等主持人宣布开始投票。</p>;
    case 'casting':
      if (ballot.mine !== 'checked-in') return <p>您没有签到，不能投票。</p>;
      if (kept === 'cast') return <p>已投票。系统里没有您投了什么，这部手机里也没有了。</p>;
      return kept === undefined ? <Elsewhere /> : <Cast me={me} ballot={ballot} onDone={lookAgain} />;
    case 'closed':
    case 'inquorate':
      return null;
  }
}

/** The token is in another browser, or was wiped from this one. */
function Elsewhere(): ReactElement {
  return (
    <Alert
      type="warning"
      showIcon
      title="选票凭证不在这个浏览器里"
      description="请用签到时的手机和浏览器投票。凭证只在那里，系统里没有，不能补发。"
    />
  );
}

interface StepProps extends VoterProps {
  readonly onDone: () => void;
}

function CheckIn({ me, ballot, onDone }: StepProps): ReactElement {
  const command = useCommand<undefined>((_, header) => checkIn(me, ballot, header), { onDone });
  return (
    <>
      <Refusal error={command.error} />
      <p className="quiet">签到后请一直用这部手机的这个浏览器，选票凭证只保存在这里。</p>
      <Button type="primary" block loading={command.isPending} onClick={() => command.mutate(undefined)}>
        签到
      </Button>
    </>
  );
}

function Cast({ me, ballot, onDone }: StepProps): ReactElement {
  const [choice, setChoice] = useState<Choice>();
  // Nothing is asked for afterwards: a logged-in request right behind a vote would tell when its voter cast.
  const voting = useMutation({
    mutationFn: (chosen: Choice) => cast(me, ballot, chosen),
    onSuccess: onDone,
  });
  return (
    <>
      <Refusal error={voting.error} />
      <Radio.Group
        className="ballot-choices"
        aria-label="您的选择"
        options={choices('ballotChoice')}
        value={choice}
        onChange={({ target }) => setChoice(target.value as Choice)}
      />
      <Button
        type="primary"
        block
        disabled={choice === undefined}
        loading={voting.isPending}
        onClick={() => choice !== undefined && voting.mutate(choice)}
      >
        投票
      </Button>
      <p className="quiet">投出后不能更改。这次请求不带登录信息，不留记录。</p>
    </>
  );
}
