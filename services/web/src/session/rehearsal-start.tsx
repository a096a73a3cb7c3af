import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useBusinessClock } from '../api/use-business-clock.ts';
import type { Me } from './session.ts';
import { useLogOut } from './use-log-out.ts';
import { useTold } from './use-told.tsx';

/**
 * Where nothing waits in a rehearsal: who begins the road, and the way to their login, filled in. Elsewhere what is given
 * instead.
 */
export function RehearsalStart(props: {
  readonly me: Me;
  /** What the reader's own part comes after, as in 登记并交办后. */
  readonly after: string;
  readonly otherwise?: ReactElement;
}): ReactElement | null {
  const { me, after, otherwise } = props;
  const clock = useBusinessClock();
  const navigate = useNavigate();
  const logOut = useLogOut();
  const { holder, attempt } = useTold();
  if (clock.data?.rehearsal !== true) return otherwise ?? null;
  const login = `deputy@${me.tenant}`;
  const begin = async (): Promise<void> => {
    await logOut(login);
    void navigate('/');
  };
  return (
    <>
      {holder}
      <span>演练里从代表写建议开始，{after}到这里。</span>
      <Button type="link" className="rehearsal-start" onClick={() => attempt('没有退出', begin)}>
        换成代表 {login} 写一件
      </Button>
    </>
  );
}
