import { ApiRefusal, type ApiSession } from '@huiyin/scripts/api/session';
import { ownPages } from '@huiyin/web/page-list';

/** A page to look at. */
export interface Sight {
  /** The page's key, with what is special about this sight of it. */
  readonly name: string;
  readonly address: string;
  /** The reader has nothing that the page could show, so that it stands at an id which nobody has. */
  readonly isMissing: boolean;
  /** Whether a phone shows this as a part of another sight. */
  readonly isForDesktop: boolean;
}

/** Tabs of the case page beside the one a reader comes to; on a phone they stand one below the other. */
const PARTS = ['text', 'shares', 'task-force', 'meetings', 'replies', 'evaluations', 'documents', 'promises'];

/** Pages that list cases: what is in hand, the register, and what a filter leaves of it. */
const LISTS: ReadonlySet<string> = new Set(['deputy-cases', 'unit-cases', 'office-cases', 'own-list']);
const LIST_ADDRESSES = [
  ['', ''],
  ['-register', '?scope=register'],
  ['-found', `?scope=register&title=${encodeURIComponent('学校')}`],
] as const;

/** Pages with tabs, each in the address; the first is the one a reader comes to. */
const TABS: Readonly<Record<string, readonly string[]>> = {
  settings: ['rules', 'units', 'people', 'sessions', 'calendar'],
  evaluations: ['awaited', 'overdue', 'dissatisfied', 'given', 'lapsed'],
  'look-backs': ['due', 'judged', 'ordered', 'submitted', 'accepted'],
  operations: ['health', 'metrics', 'dead-letters', 'audit'],
  'office-promises': ['overdue', 'open', 'kept', 'broken'],
  supervision: ['red', 'letters', 'talks', 'urges'],
};
const NOBODYS_ID = '00000000-0000-7000-8000-000000000000';

const PRESENT = { isMissing: false, isForDesktop: false } as const;

type Ids = readonly (readonly [suffix: string, id: string | undefined])[];

/** Every page of somebody with this role, at an address with ids from what they have. */
export async function sightsOf(role: string, reader: ApiSession): Promise<readonly Sight[]> {
  const sights = await Promise.all(
    ownPages([role]).map(async ({ key, path }): Promise<readonly Sight[]> => {
      if (LISTS.has(key)) {
        return LIST_ADDRESSES.map(([suffix, search]) => ({
          name: `${key}${suffix}`,
          address: `${path}${search}`,
          ...PRESENT,
        }));
      }
      const tabs = TABS[key];
      if (tabs !== undefined) {
        return tabs.map((tab, index) => ({
          name: index === 0 ? key : `${key}-${tab}`,
          address: `${path}?tab=${tab}`,
          ...PRESENT,
        }));
      }
      if (!path.includes(':id')) return [{ name: key, address: path, ...PRESENT }];
      const ids = await idsFor(key, reader);
      const whole = ids.map(([suffix, id]) => ({
        name: `${key}${suffix}`,
        address: path.replace(':id', id ?? NOBODYS_ID),
        isMissing: id === undefined,
        isForDesktop: false,
      }));
      return key === 'case' ? [...whole, ...partsOf(whole)] : whole;
    }),
  );
  return sights.flat();
}

/** Of the case that has come furthest, each tab by itself. */
function partsOf(cases: readonly Sight[]): readonly Sight[] {
  const furthest = cases.findLast(({ isMissing }) => !isMissing);
  if (furthest === undefined) return [];
  return PARTS.map((part) => ({
    name: `${furthest.name}-${part}`,
    address: `${furthest.address}?part=${part}`,
    ...{ isMissing: false, isForDesktop: true },
  }));
}

async function idsFor(key: string, reader: ApiSession): Promise<Ids> {
  const first = async (path: string, member: string): Promise<string | undefined> => {
    const { items } = await reader
      .get<{ items: readonly Readonly<Record<string, string>>[] }>(`${path}&limit=1`)
      .catch(nothingForThem);
    return items[0]?.[member];
  };
  switch (key) {
    case 'case':
      return [
        ['', await first('/cases?progress=open', 'caseId')],
        ['-ended', await first('/cases?progress=ended', 'caseId')],
      ];
    case 'draft':
      return [['', await first('/suggestions?status=draft', 'suggestionId')]];
    case 'reply':
      return [
        [
          '',
          (await first('/assignments?status=in-handling', 'assignmentId')) ??
            (await first('/assignments?status=acknowledged', 'assignmentId')),
        ],
      ];
    default:
      throw new Error(`nobody knows what the page ${key} shows: say it here`);
  }
}

/** Who handles no cases may not list them either. */
function nothingForThem(error: unknown): { items: readonly never[] } {
  if (error instanceof ApiRefusal && error.status === 403) return { items: [] };
  throw error;
}
