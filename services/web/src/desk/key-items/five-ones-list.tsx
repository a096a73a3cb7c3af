import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { replyingShares } from '../../act/desk-forms/share-field.tsx';
import { api, dataOf } from '../../api/client.ts';
import type { Handling } from '../../api/use-handling.ts';
import { useToday } from '../../api/use-today.ts';
import { useUnits } from '../../api/use-units.ts';
import { fiveOnesOf, planInForce } from './five-ones.ts';
import './key-items.css';

/** 五个一 of a case as they stand now; what is missing stands out. */
export function FiveOnesList(props: { readonly title: string; readonly handling: Handling }): ReactElement {
  const { title, handling } = props;
  const lead = replyingShares(handling)[0];
  const id = lead?.assignmentId ?? '';
  const share = useQuery({
    queryKey: ['assignment', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/assignments/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  });
  const today = useToday();
  const units = useUnits();
  const unit = units.get(lead?.unitId ?? '') ?? '';
  const ones = fiveOnesOf({ title, unit, plan: planInForce(share.data?.plans ?? []), today });
  return (
    <dl className="five-ones">
      {ones.map(({ name, value }) => (
        <div key={name} className={value === '' ? 'missing' : ''}>
          <dt>{name}</dt>
          <dd title={value}>{value === '' ? '还缺' : value}</dd>
        </div>
      ))}
    </dl>
  );
}
