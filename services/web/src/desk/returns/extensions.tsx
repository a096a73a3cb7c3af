import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { decideExtension } from '../../act/desk-forms/decide-extension-form.tsx';
import { allPages } from '../../api/all-pages.ts';
import { api } from '../../api/client.ts';
import { useUnits } from '../../api/use-units.ts';
import { dayText } from '../../design/days.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import { OfficePart, ShareText, type PartProps } from './office-part.tsx';
import { extensionColumns } from './return-columns.ts';

/** The shares of which a longer term can be asked for: signed for, not answered yet. */
const IN_HAND = ['acknowledged', 'in-handling'] as const;

/** 延期: what units have asked 代表工委 for and it has not decided, the nearest last day first. */
export function Extensions({ today, ask }: PartProps): ReactElement {
  const units = useUnits();
  const found = useQuery({
    queryKey: ['assignments', 'extension-requested'],
    queryFn: async () => {
      const lists = await Promise.all(
        IN_HAND.map((status) =>
          allPages((page) => api.GET('/api/v1/assignments', { params: { query: { status, ...page } } })),
        ),
      );
      const asked = lists.flat().filter(({ extension }) => extension === 'requested');
      return asked.toSorted((a, b) => (a.replyDueOn < b.replyDueOn ? -1 : 1));
    },
  });
  return (
    <OfficePart
      name="延期"
      what="延期申请"
      empty="没有等您决定的延期申请。"
      query={found}
      sheet={(items) => (
        <ExportButton name="延期" columns={extensionColumns(units)} items={() => Promise.resolve(items)} />
      )}
      row={(share) => (
        <li key={share.assignmentId}>
          <ShareText share={share}>
            <b>{units.get(share.unitId)}</b> 申请延长答复期限
            <span className="quiet"> 现在 {dayText(share.replyDueOn, today)}到期</span>
          </ShareText>
          <Button
            onClick={() =>
              ask({ form: decideExtension, caseId: share.suggestionId, targetId: share.extensionId })
            }
          >
            {decideExtension.name}
          </Button>
        </li>
      )}
    />
  );
}
