import type { ReactElement } from 'react';
import type { AssignmentFile } from '../api/use-assignment.ts';
import { useNames } from '../api/use-names.ts';
import { word } from '../design/words.ts';
import type { Me } from '../session/use-session.ts';
import type { ReplyText } from './reply-text.ts';

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** The letter's content in its order while it is being written; what is missing stands grey in its place. */
export function LetterPreview(props: {
  readonly me: Me;
  readonly file: AssignmentFile;
  readonly text: ReplyText;
  readonly today: string;
  readonly unitName: (unitId: string) => string;
}): ReactElement {
  const { me, file, text, today, unitName } = props;
  const names = useNames(file.owed.map(({ deputyId }) => deputyId));
  const addressed = file.owed.map(({ deputyId }) => names.get(deputyId) ?? '').filter(Boolean);
  const [year = '', month = '', day = ''] = today.split('-');
  return (
    <aside className="letter" aria-label="信函预览">
      <h2>
        信函预览 <span className="quiet">内容和顺序</span>
      </h2>
      <div className="sheet">
        <p className="marks">
          办理结果：{text.resultClass || <Missing>未定</Missing>} {word('disclosure', text.disclosure)}
        </p>
        <p className="letterhead">{me.unit?.name}</p>
        <hr />
        <p className="heading">关于对{file.assignment.number}号建议的答复</p>
        <p>{addressed.length === 0 ? '' : addressed.join('、')}代表：</p>
        <p className="indented">{text.opening || <Missing>开头</Missing>}</p>
        {text.answers.map((answer, index) => (
          // Place is identity: a demand is its number.
          <section key={index}>
            {file.demands[index] !== undefined && (
              <p className="indented point">
                {NUMERALS[index] ?? index + 1}、关于{file.demands[index]}
              </p>
            )}
            <p className="indented prewrap">{answer || <Missing>还没有回应这一条</Missing>}</p>
          </section>
        ))}
        {file.coOpinions
          .filter(({ status }) => status === 'accepted')
          .map(({ opinionId, unitId }) => (
            <p key={opinionId} className="indented">
              {unitName(unitId)}意见：{text.statements[opinionId] || <Missing>未载明</Missing>}
            </p>
          ))}
        {text.promises.map((promise, index) => (
          <p key={index} className="indented">
            承诺：{promise.text || <Missing>内容</Missing>}（{promise.dueOn || <Missing>到期日</Missing>}）
          </p>
        ))}
        <p className="signed">
          {me.unit?.name}
          <br />
          {Number(year)}年{Number(month)}月{Number(day)}日
        </p>
      </div>
    </aside>
  );
}

function Missing({ children }: { children: string }): ReactElement {
  return <span className="gap">{children}</span>;
}
