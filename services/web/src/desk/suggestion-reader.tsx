import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { AttachedFiles } from '../act/uploads/attached-files.tsx';
import { api, dataOf, type Schemas } from '../api/client.ts';
import { useNames } from '../api/use-names.ts';
import { useUnits } from '../api/use-units.ts';
import { dayText } from '../design/days.ts';
import { PageState } from '../design/page-state.tsx';
import { TitleText } from '../design/title-text.tsx';
import { word } from '../design/words.ts';

/** One suggestion as it was submitted. */
export function useSuggestion(id: string): UseQueryResult<Schemas['Suggestion']> {
  return useQuery({
    queryKey: ['suggestion', id],
    queryFn: async () => dataOf(await api.GET('/api/v1/suggestions/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  });
}

/** A suggestion to read beside the list: who, what, and each demand. */
export function SuggestionReader({ id, today }: { id: string; today: string }): ReactElement {
  const found = useSuggestion(id);
  return (
    <PageState query={found} what="建议正文">
      {(suggestion) => <Text suggestion={suggestion} today={today} />}
    </PageState>
  );
}

function Text({ suggestion, today }: { suggestion: Schemas['Suggestion']; today: string }): ReactElement {
  const { text, leadDeputyId, cosigners } = suggestion;
  const names = useNames([leadDeputyId]);
  const units = useUnits();
  const isSecret = text.authorConfidential || leadDeputyId === '';
  const others = cosigners.filter(({ answer }) => answer === 'confirmed').length;
  const author = isSecret
    ? '不公开作者'
    : `${names.get(leadDeputyId) ?? '代表'}${others > 0 ? ` 等 ${others + 1} 人` : ''}`;
  const wished = text.wishedUnitIds.map((unit) => units.get(unit) ?? '').filter(Boolean);
  const facts = [
    author,
    suggestion.submittedOn === '' ? '' : `${dayText(suggestion.submittedOn, today)}提交`,
    word('period', suggestion.period),
    wished.length > 0 ? `希望承办：${wished.join('、')}` : '',
    text.affectedArea === '' ? '' : `涉及区域：${text.affectedArea}`,
    text.earlierNumbers.length > 0 ? `曾提过：${text.earlierNumbers.join('、')}` : '',
  ];
  return (
    <article className="suggestion-text">
      <p className="quiet">{facts.filter(Boolean).join(' · ')}</p>
      <h2 className="title">
        <TitleText>{text.title}</TitleText>
      </h2>
      <p className="prewrap">{text.facts}</p>
      <h3>诉求 {text.demands.length} 条</h3>
      <ol className="demands">
        {text.demands.map((demand) => (
          <li key={demand}>{demand}</li>
        ))}
      </ol>
      <AttachedFiles files={text.attachments} />
    </article>
  );
}
