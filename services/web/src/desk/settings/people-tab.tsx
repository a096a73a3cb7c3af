import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { ActDrawer } from '../../act/act-drawer.tsx';
import { DayField } from '../../act/day-field.tsx';
import { TextField } from '../../act/text-field.tsx';
import { allPages } from '../../api/all-pages.ts';
import { api, dataOf, type Schemas } from '../../api/client.ts';
import { useUnits } from '../../api/use-units.ts';
import { PageState } from '../../design/page-state.tsx';
import { word } from '../../design/words.ts';
import { GIVEN_ROLES } from './given-roles.ts';
import type { Me } from '../../session/session.ts';
import { ExportButton } from '../../sheet/export-button.tsx';
import type { Column } from '../../sheet/sheet.ts';
import { SavePerson, type Role } from './save-person.tsx';
import { SetAccount } from './set-account.tsx';
import { useSettingsAddress } from './settings-address.ts';

type Person = Schemas['Person'];
type PersonAct = 'save' | 'account' | 'end';
type Asked = { readonly act: 'add' } | { readonly act: PersonAct; readonly person: Person };

const PAGE = 50;

/** 人员和身份: who works here in which role. Nobody is deleted: what they did keeps their name. */
export function PeopleTab({ me }: { me: Me }): ReactElement {
  const { address, change } = useSettingsAddress();
  const { name, role } = address;
  const [asked, setAsked] = useState<Asked>();
  const filter = { name, ...(role === undefined ? {} : { role }) };
  const units = useUnits();
  const maySetAccounts = me.roles.includes('administrator');
  const people = useInfiniteQuery({
    queryKey: ['people', name, role],
    initialPageParam: '',
    queryFn: async ({ pageParam: cursor }) => {
      const query = { ...filter, limit: PAGE, cursor };
      return dataOf(await api.GET('/api/v1/people', { params: { query } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <section className="card" aria-label="人员和身份">
      <div className="settings-head">
        <PeopleFilter address={address} change={change} />
        <ExportButton
          name="人员和身份"
          columns={peopleColumns(units)}
          items={() =>
            allPages((page) => api.GET('/api/v1/people', { params: { query: { ...filter, ...page } } }))
          }
        />
        <Button type="primary" onClick={() => setAsked({ act: 'add' })}>
          新增人员
        </Button>
        {!maySetAccounts && <span className="quiet">开通账号由管理员办理。</span>}
      </div>
      <PageState query={people} what="人员">
        {({ pages }) => (
          <>
            <ul className="settings-list">
              {pages
                .flatMap(({ items }) => items)
                .map((person) => (
                  <PersonLine
                    key={person.personId}
                    {...{ person, maySetAccounts }}
                    ask={(act) => setAsked({ act, person })}
                  />
                ))}
            </ul>
            {pages[0]?.items.length === 0 && <p className="quiet">没有这样的人员。</p>}
            {people.hasNextPage && (
              <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
                再看 {PAGE} 人
              </Button>
            )}
          </>
        )}
      </PageState>
      {asked !== undefined && (
        <AskedForm
          {...{ me, asked }}
          // One of hundreds would not be seen among them.
          onAdded={(added) => change({ name: added, role: undefined })}
          onClose={() => setAsked(undefined)}
        />
      )}
    </section>
  );
}

function AskedForm(props: {
  readonly me: Me;
  readonly asked: Asked;
  readonly onAdded: (name: string) => void;
  readonly onClose: () => void;
}): ReactElement {
  const { me, asked, onAdded, onClose } = props;
  switch (asked.act) {
    case 'add':
      return <SavePerson {...{ me, onAdded, onClose }} person={undefined} />;
    case 'save':
      return <SavePerson {...{ me, onAdded, onClose }} person={asked.person} />;
    case 'account':
      return <SetAccount {...{ me, onClose }} person={asked.person} />;
    case 'end':
      return <EndMandate {...{ me, onClose }} person={asked.person} />;
  }
}

function PeopleFilter({ address, change }: ReturnType<typeof useSettingsAddress>): ReactElement {
  const { name, role } = address;
  return (
    <>
      <Input.Search
        key={name}
        allowClear
        aria-label="按姓名找人"
        placeholder="按姓名找"
        defaultValue={name}
        onSearch={(wanted) => change({ name: wanted.trim() })}
      />
      <Select<Role>
        allowClear
        aria-label="只看身份"
        placeholder="全部身份"
        popupMatchSelectWidth={false}
        options={GIVEN_ROLES as { value: Role; label: string }[]}
        value={role ?? null}
        onChange={(chosen: Role | undefined) => change({ role: chosen })}
      />
    </>
  );
}

function rolesOf({ memberships }: Person, units: ReadonlyMap<string, string>): readonly string[] {
  return memberships.map(({ role, unitId, active, delegation }) =>
    [units.get(unitId) ?? '', delegation, word('role', role), active ? '' : '（已停用）']
      .filter(Boolean)
      .join(' '),
  );
}

function peopleColumns(units: ReadonlyMap<string, string>): readonly Column<Person>[] {
  return [
    { name: '姓名', of: ({ name }) => name },
    { name: '电话', of: ({ phone }) => phone },
    { name: '代表证号码', of: ({ cardNumber }) => cardNumber },
    { name: '身份', of: (person) => rolesOf(person, units).join('、'), width: 56 },
  ];
}

function PersonLine(props: {
  readonly person: Person;
  readonly maySetAccounts: boolean;
  readonly ask: (act: PersonAct) => void;
}): ReactElement {
  const { person, maySetAccounts, ask } = props;
  const units = useUnits();
  const isDeputy = person.memberships.some(({ role, active }) => role === 'deputy' && active);
  const roles = rolesOf(person, units);
  return (
    <li>
      <span>
        <b>{person.name}</b> {person.phone}
        <span className="quiet under">{roles.join(' · ')}</span>
        {person.login !== '' && <span className="quiet under">账号 {person.login}</span>}
      </span>
      <Button onClick={() => ask('save')} aria-label={`修改${person.name}`}>
        修改
      </Button>
      {maySetAccounts && (
        <Button
          onClick={() => ask('account')}
          aria-label={person.login === '' ? `给${person.name}开通账号` : `给${person.name}重设密码`}
        >
          {person.login === '' ? '开通账号' : '重设密码'}
        </Button>
      )}
      {isDeputy && (
        <Button onClick={() => ask('end')} aria-label={`${person.name}的代表资格终止`}>
          代表资格终止
        </Button>
      )}
    </li>
  );
}

function EndMandate(props: {
  readonly me: Me;
  readonly person: Person;
  readonly onClose: () => void;
}): ReactElement {
  const { me, person, onClose } = props;
  return (
    <ActDrawer<Schemas['EndMandateInput']>
      name="代表资格终止"
      hint={`${person.name}的代表资格终止后，不能再提建议；已经提出的继续办理，答复仍送达本人，由本人评价。`}
      keptAs={`${me.personId}.endMandate.${person.personId}`}
      fields={() => (
        <>
          <DayField name="onDate" label="终止日" />
          <TextField name="reason" label="原因" max={200} rows={2} />
        </>
      )}
      send={async (body, header) => {
        const params = { path: { id: person.personId }, header };
        return dataOf(await api.POST('/api/v1/people/{id}:end-mandate', { params, body }));
      }}
      onClose={onClose}
    />
  );
}
