import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Refusal } from '../../../act/refusal.tsx';
import { useCommand } from '../../../act/use-command.ts';
import { api, dataOf } from '../../../api/client.ts';
import { useToday } from '../../../api/use-today.ts';
import { useUnits } from '../../../api/use-units.ts';
import { dueDayText } from '../../../design/days.ts';
import { StatusMark } from '../../../design/status-mark.tsx';
import { word } from '../../../design/words.ts';
import type { Me } from '../../../session/session.ts';
import { ExportButton } from '../../../sheet/export-button.tsx';
import type { Column } from '../../../sheet/sheet.ts';
import type { Effect, Preview, WantedCalendar } from './use-preview.ts';

/** Rows on the page; all of them are in the file. */
const SHOWN = 100;

/** What a calendar would change, and the button that lets it. */
export function PreviewResult(props: {
  readonly me: Me;
  readonly preview: Preview;
  readonly onApplied: () => void;
}): ReactElement {
  const { me, preview, onApplied } = props;
  const { effects, cases, wanted } = preview;
  const units = useUnits();
  const count = (is: (effect: Effect) => boolean): number => effects.filter(is).length;
  const moved = count(isMoved);
  const firm = count(({ fromProvisional, toProvisional }) => fromProvisional && !toProvisional);
  const turned = count(({ fromColour, toColour }) => fromColour !== toColour);
  return (
    <section aria-label="预览结果">
      <p role="status">
        算过 {cases} 件：{moved} 个到期日移动，{turned} 个时限变色，{firm} 个暂定日期确定。什么都还没有改变。
      </p>
      {effects.length > 0 && (
        <>
          <ExportButton
            name="放假安排预览"
            columns={columnsOf(units)}
            items={() => Promise.resolve(effects)}
          />
          <ul className="settings-list">
            {effects.slice(0, SHOWN).map((effect) => (
              <EffectLine key={effect.clockId} effect={effect} unit={units.get(effect.unitId) ?? ''} />
            ))}
          </ul>
        </>
      )}
      {effects.length > SHOWN && <p className="quiet">只列出前 {SHOWN} 个，全部见导出的表格。</p>}
      {me.roles.includes('administrator') ? (
        <Apply wanted={wanted} onApplied={onApplied} />
      ) : (
        <p className="quiet">启用新的放假安排由管理员办理。</p>
      )}
    </section>
  );
}

function isMoved({ fromDate, toDate }: Effect): boolean {
  return fromDate !== toDate;
}

function EffectLine({ effect, unit }: { effect: Effect; unit: string }): ReactElement {
  const today = useToday();
  const { suggestionId, number, kind, fromDate, toDate, fromColour, toColour } = effect;
  const day = isMoved(effect)
    ? `${dueDayText(fromDate, today)} → ${dueDayText(toDate, today)}`
    : dueDayText(toDate, today);
  return (
    <li>
      <span>
        <Link to={`/cases/${suggestionId}`}>{number === '' ? '未编号' : number}</Link> {word('clock', kind)}
        <span className="quiet under">{[unit, day].filter(Boolean).join(' · ')}</span>
      </span>
      {effect.fromProvisional !== effect.toProvisional && (
        <span>{effect.toProvisional ? '改为暂定' : '不再暂定'}</span>
      )}
      {fromColour !== toColour && (
        <span>
          <StatusMark colour={fromColour} /> → <StatusMark colour={toColour} />
        </span>
      )}
    </li>
  );
}

function columnsOf(units: ReadonlyMap<string, string>): readonly Column<Effect>[] {
  return [
    { name: '编号', of: ({ number }) => number },
    { name: '时限', of: ({ kind }) => word('clock', kind) },
    { name: '单位', of: ({ unitId }) => units.get(unitId) ?? '', width: 32 },
    { name: '原到期日', of: ({ fromDate }) => fromDate },
    { name: '新到期日', of: ({ toDate }) => toDate },
    { name: '原颜色', of: ({ fromColour }) => word('colour', fromColour) },
    { name: '新颜色', of: ({ toColour }) => word('colour', toColour) },
  ];
}

function Apply(props: { readonly wanted: WantedCalendar; readonly onApplied: () => void }): ReactElement {
  const applying = useCommand<WantedCalendar>(
    async ({ days, ...wanted }, header) =>
      dataOf(
        await api.POST('/api/v1/calendars', { params: { header }, body: { ...wanted, days: [...days] } }),
      ),
    { onDone: props.onApplied },
  );
  return (
    <>
      <p>启用后，未到期的时限分批重算，已过的不变；移动的原因写进每件的记录。不能撤销，可以再换一份。</p>
      <Button type="primary" loading={applying.isPending} onClick={() => applying.mutate(props.wanted)}>
        启用这份放假安排
      </Button>
      <Refusal error={applying.error} />
    </>
  );
}
