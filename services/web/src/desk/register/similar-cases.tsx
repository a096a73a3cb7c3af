import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { api, dataOf } from '../../api/client.ts';
import { PageState } from '../../design/page-state.tsx';
import { TitleText } from '../../design/title-text.tsx';
import { word } from '../../design/words.ts';

/** 相似的案件: what was asked before, so that the same thing is merged and an old answer is known. */
export function SimilarCases({ id }: { id: string }): ReactElement {
  const found = useQuery({
    queryKey: ['similar', id],
    queryFn: async () => {
      const params = { path: { id } };
      return dataOf(await api.GET('/api/v1/suggestions/{id}/similar', { params })).cases;
    },
  });
  return (
    <section className="similar" aria-label="相似的案件">
      <h3>相似的案件</h3>
      <PageState query={found} what="相似的案件">
        {(cases) =>
          cases.length === 0 ? (
            <p className="quiet">没有找到相似的案件。</p>
          ) : (
            <ul>
              {cases.map(({ caseId, displayNumber, title, year, stage, leadUnits, words }) => (
                <li key={caseId}>
                  <Link to={`/cases/${caseId}`}>
                    <TitleText>{title}</TitleText>
                  </Link>
                  <span className="quiet under">
                    {[
                      displayNumber,
                      year === 0 ? '' : `${year}年`,
                      word('stage', stage),
                      leadUnits.map(({ name }) => name).join('、'),
                      words.length === 0 ? '' : `相同的词：${words.join('、')}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </PageState>
    </section>
  );
}
