import { Button, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { Refusal } from '../act/refusal.tsx';
import './saved-views.css';
import { filtersOf, nameFault, type SavedView } from './saved-views.ts';
import { useSavedViews } from './use-saved-views.ts';

const LONGEST_NAME = 40;

/** 常用筛选: the filters in the address under a name, back with one click. `list` says which list: its views are its own. */
export function SavedViews({ list }: { readonly list: string }): ReactElement | null {
  const [search, setSearch] = useSearchParams();
  const { views, change } = useSavedViews(list);
  const [naming, setNaming] = useState(false);
  const filters = filtersOf(search);
  const current = views.find((view) => view.filters === filters);
  const save = (name: string): void => {
    const key = crypto.randomUUID();
    if (current === undefined) change.mutate({ kind: 'add', key, list, name, filters });
    else change.mutate({ kind: 'rename', key, viewId: current.viewId, name });
    setNaming(false);
  };
  const remove = (): void => {
    if (current !== undefined)
      change.mutate({ kind: 'remove', key: crypto.randomUUID(), viewId: current.viewId });
    setNaming(false);
  };
  if (views.length === 0 && filters === '') return null;
  return (
    <div className="saved-views" role="group" aria-label="常用筛选">
      {views.map((view) => (
        <Button key={view.viewId} aria-pressed={view === current} onClick={() => setSearch(view.filters)}>
          {view.name}
        </Button>
      ))}
      {filters !== '' && (
        <Button type="link" disabled={change.isPending} onClick={() => setNaming(true)}>
          {current === undefined ? '存为常用筛选' : '改名或删除'}
        </Button>
      )}
      {change.isError && <Refusal error={change.error} />}
      {naming && (
        <Naming
          current={current}
          others={views.filter((view) => view !== current)}
          save={save}
          remove={remove}
          close={() => setNaming(false)}
        />
      )}
    </div>
  );
}

function Naming(props: {
  readonly current: SavedView | undefined;
  readonly others: readonly SavedView[];
  readonly save: (name: string) => void;
  readonly remove: () => void;
  readonly close: () => void;
}): ReactElement {
  const { current, others, save, remove, close } = props;
  const [name, setName] = useState(current?.name ?? '');
  const [asked, setAsked] = useState(false);
  const fault = nameFault(name.trim(), others);
  const submit = (): void => {
    setAsked(true);
    if (fault === '') save(name.trim());
  };
  const isWrong = asked && fault !== '';
  return (
    <Modal
      open
      title={current === undefined ? '存为常用筛选' : '常用筛选'}
      onCancel={close}
      footer={[
        current !== undefined && (
          <Button key="remove" danger onClick={remove}>
            删除
          </Button>
        ),
        <Button key="save" type="primary" onClick={submit}>
          存
        </Button>,
      ]}
    >
      <label className="view-name">
        名称
        <Input
          autoFocus
          maxLength={LONGEST_NAME}
          value={name}
          {...(isWrong && { status: 'error' as const, 'aria-invalid': true })}
          onChange={({ target }) => setName(target.value)}
          onPressEnter={submit}
        />
      </label>
      <p className="quiet" role="status">
        {isWrong ? fault : '换一台电脑也在，只有您看得到。'}
      </p>
    </Modal>
  );
}
