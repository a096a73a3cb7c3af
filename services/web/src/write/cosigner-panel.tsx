import { Button, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Refusal } from '../act/refusal.tsx';
import { useCommand } from '../act/use-command.ts';
import { api, dataOf } from '../api/client.ts';
import { useDeputies } from '../api/use-deputies.ts';
import { useNames } from '../api/use-names.ts';
import type { DraftSync } from './draft-sync.ts';
import type { Suggestion } from './use-suggestion.ts';

interface PanelProps {
  readonly draft: DraftSync;
  readonly suggestion: Suggestion | undefined;
}

/** 联名: who is asked, who has confirmed the words, and whom to ask. */
export function CosignerPanel({ draft, suggestion }: PanelProps): ReactElement {
  const cosigners = suggestion?.cosigners ?? [];
  const names = useNames(cosigners.map(({ deputyId }) => deputyId));
  const remove = useCommand<string>(async (deputyId) =>
    dataOf(
      await api.DELETE('/api/v1/suggestions/{id}/cosigners/{deputyId}', {
        params: { path: { id: suggestion?.suggestionId ?? '', deputyId }, header: { 'if-match': '*' } },
      }),
    ),
  );
  return (
    <>
      <p className="quiet">联名代表确认的是文字本身，改一个字都要请他们重新确认。</p>
      <Refusal error={remove.error} />
      <ul className="cosigners" aria-label="联名代表">
        {cosigners.map(({ deputyId, answer }) => (
          <li key={deputyId} className="spread">
            <span>
              <b>{names.get(deputyId) ?? '代表'}</b> {answer === 'confirmed' ? '✓ 已确认' : '等待确认'}
            </span>
            <Button
              type="text"
              aria-label={`取消邀请 ${names.get(deputyId) ?? ''}`}
              loading={remove.isPending && remove.variables === deputyId}
              onClick={() => remove.mutate(deputyId)}
            >
              取消邀请
            </Button>
          </li>
        ))}
      </ul>
      <Invite
        draft={draft}
        invited={cosigners.map(({ deputyId }) => deputyId)}
        lead={suggestion?.leadDeputyId}
      />
    </>
  );
}

interface InviteProps {
  readonly draft: DraftSync;
  readonly invited: readonly string[];
  readonly lead: string | undefined;
}

/** Finds deputies by name and asks them; the words are saved first, so that they read what is here. */
function Invite({ draft, invited, lead }: InviteProps): ReactElement {
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<readonly { value: string; label: string }[]>([]);
  const found = useDeputies(name);
  const invite = useCommand<readonly string[]>(
    async (deputyIds, header) => {
      await draft.save();
      const id = draft.snapshot().saved?.id ?? '';
      const path = { id };
      const body = { deputyIds: [...deputyIds] };
      return dataOf(await api.POST('/api/v1/suggestions/{id}/cosigners', { params: { path, header }, body }));
    },
    { onDone: () => setChosen([]) },
  );
  const options = (found.data ?? [])
    .filter(({ personId }) => !invited.includes(personId) && personId !== lead)
    .map(({ personId, name: label }) => ({ value: personId, label }));
  const isSaved = draft.snapshot().saved !== undefined;
  return (
    <>
      <Refusal error={invite.error} />
      <div className="invite">
        <Select
          mode="multiple"
          labelInValue
          aria-label="按姓名找代表"
          placeholder="按姓名找代表"
          filterOption={false}
          onSearch={setName}
          value={[...chosen]}
          onChange={setChosen}
          options={options}
          loading={found.isFetching}
          notFoundContent={name === '' ? '输入姓名' : '没有这个姓名的代表'}
        />
        <Button
          disabled={chosen.length === 0 || !isSaved}
          loading={invite.isPending}
          onClick={() => invite.mutate(chosen.map(({ value }) => value))}
        >
          邀请联名
        </Button>
      </div>
    </>
  );
}
