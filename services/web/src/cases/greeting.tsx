import type { ReactElement } from 'react';
import { StatusMark, WORST_FIRST } from '../design/status-mark.tsx';
import { word } from '../design/words.ts';
import type { ColourCount } from './use-cases.ts';
import { countOf, totalOf } from './views.ts';

interface Reader {
  readonly name: string;
  readonly roles: readonly string[];
}

/** 有 40 件事等您, and how many of them in which colour. */
export function Greeting({ me, counts }: { me: Reader; counts: readonly ColourCount[] }): ReactElement {
  const waiting = totalOf(counts, 'mine');
  const colours = WORST_FIRST.filter((colour) => countOf(counts, 'mine', colour) > 0);
  return (
    <header className="greeting">
      <h1>
        {salutation(me)}，{waiting === 0 ? '现在没有事等您' : `有 ${waiting} 件事等您`}
      </h1>
      {colours.length > 0 && (
        <p className="tally">
          {colours.map((colour) => (
            <StatusMark
              key={colour}
              colour={colour}
              text={`${word('colour', colour)} ${countOf(counts, 'mine', colour)} 件`}
            />
          ))}
        </p>
      )}
    </header>
  );
}

/** 林代表 for a deputy, the whole name for everybody else. */
function salutation({ name, roles }: Reader): string {
  return roles.includes('deputy') ? `${name.slice(0, 1)}代表` : name;
}
