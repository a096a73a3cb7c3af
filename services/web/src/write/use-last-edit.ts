import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import { useToday } from '../api/use-today.ts';
import { instantText } from '../design/days.ts';

/** Who changed a draft last and when, as the case's facts say: `魏长青 3月17日 14:01`. */
export function useLastEdit(id: string): string {
  const today = useToday();
  const facts = useQuery({
    queryKey: ['last-edit', id],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: 10 } };
      return dataOf(await api.GET('/api/v1/cases/{id}/timeline', { params })).items;
    },
  });
  const edit = facts.data?.find(({ type }) => type === 'draft-edited');
  const names = useNames(edit === undefined ? [] : [edit.personId]);
  if (edit === undefined) return '另一处';
  return `${names.get(edit.personId) ?? ''} ${instantText(edit.occurredAt, today)}`.trim();
}
