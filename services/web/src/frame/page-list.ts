import { DEPUTY_ROLE } from '../session/deputy-role.ts';
import { UNIT_ROLES } from '../session/unit-roles.ts';

/** One page: its address, who has it, and its name in the navigation. */
export interface PageEntry {
  /** Unique. */
  readonly key: string;
  /** Pattern of the router, as in /cases/:id. */
  readonly path: string;
  /** Who may open it; nobody named means everybody. The API decides again. */
  readonly roles: readonly string[];
  /** In the navigation; absent for pages that others lead to. */
  readonly name?: string;
}

const DESK = ['congress-desk', 'session-registrar'];
const OFFICES = [...DESK, 'government-office'];

/** Who follows cases after the reply, over all units. */
const FOLLOWERS = ['congress-desk', 'government-office', 'council', 'committee'];

/** Every page, in the order of the navigation. Of two with one address the first that somebody has is theirs. */
export const PAGE_LIST = [
  { key: 'deputy-home', path: '/', roles: DEPUTY_ROLE, name: '我的建议' },
  { key: 'write', path: '/write', roles: DEPUTY_ROLE, name: '写建议' },
  { key: 'draft', path: '/write/:id', roles: DEPUTY_ROLE },
  { key: 'deputy-cases', path: '/cases', roles: DEPUTY_ROLE, name: '查建议' },
  { key: 'deputy-promises', path: '/promises', roles: DEPUTY_ROLE, name: '承诺' },
  { key: 'deputy-ballots', path: '/ballots', roles: DEPUTY_ROLE },
  { key: 'deputy-meetings', path: '/meetings', roles: DEPUTY_ROLE, name: '见面' },
  { key: 'inbox', path: '/', roles: UNIT_ROLES, name: '收件' },
  { key: 'today', path: '/', roles: OFFICES, name: '今天' },
  { key: 'reviewer-home', path: '/', roles: ['pre-reviewer'], name: '预审' },
  { key: 'delegation-home', path: '/', roles: ['delegation-clerk'], name: '纸质件回执' },
  { key: 'leader-home', path: '/', roles: ['council'], name: '要紧的' },
  { key: 'own-list', path: '/', roles: [], name: '我的清单' },
  { key: 'case', path: '/cases/:id', roles: [] },
  { key: 'notices', path: '/notices', roles: [] },
  { key: 'unit-cases', path: '/cases', roles: UNIT_ROLES, name: '案件' },
  { key: 'unit-meetings', path: '/meetings', roles: UNIT_ROLES, name: '见面日历' },
  { key: 'promises', path: '/promises', roles: UNIT_ROLES, name: '承诺' },
  { key: 'training', path: '/training', roles: UNIT_ROLES, name: '培训' },
  { key: 'reply', path: '/assignments/:id/reply', roles: UNIT_ROLES },
  { key: 'pre-reviews', path: '/pre-reviews', roles: DESK, name: '预审' },
  { key: 'reviewer-queue', path: '/pre-reviews', roles: ['pre-reviewer'] },
  { key: 'papers', path: '/papers', roles: [...DESK, 'delegation-clerk'], name: '录入纸质建议' },
  { key: 'register', path: '/register', roles: DESK, name: '登记' },
  { key: 'assign', path: '/assign', roles: DESK, name: '分类交办' },
  { key: 'handled', path: '/assign', roles: ['government-office'], name: '已交办的建议' },
  { key: 'returns', path: '/returns', roles: ['congress-desk', 'government-office'], name: '申退与协调' },
  {
    key: 'key-items',
    path: '/key-items',
    roles: ['congress-desk', 'government-office', 'council', 'committee'],
    name: '重点件与专班',
  },
  {
    key: 'office-meetings',
    path: '/meetings',
    roles: [...OFFICES, 'committee', 'council'],
    name: '见面日历',
  },
  {
    key: 'supervision',
    path: '/supervision',
    roles: ['congress-desk', 'government-office', 'council'],
    name: '督办约谈',
  },
  { key: 'evaluations', path: '/evaluations', roles: FOLLOWERS, name: '代表测评' },
  { key: 'look-backs', path: '/look-backs', roles: FOLLOWERS, name: '回头看' },
  { key: 'office-promises', path: '/promises', roles: FOLLOWERS, name: '承诺台账' },
  { key: 'ballots', path: '/ballots', roles: FOLLOWERS, name: '无记名投票' },
  { key: 'wall', path: '/wall', roles: ['congress-desk', 'government-office', 'council'] },
  { key: 'office-cases', path: '/cases', roles: [...OFFICES, 'council'], name: '案件' },
  { key: 'operations', path: '/operations', roles: ['operator'], name: '运行' },
  { key: 'deliveries', path: '/deliveries', roles: ['operator', 'administrator'], name: '未送达的通知' },
  { key: 'journey', path: '/operations/journey', roles: ['operator'], name: '旅程' },
  { key: 'settings', path: '/settings', roles: ['congress-desk', 'administrator'], name: '设置' },
] as const satisfies readonly PageEntry[];

export type PageKey = (typeof PAGE_LIST)[number]['key'];

/** The pages of somebody with these roles. */
export function ownPages(roles: readonly string[]): readonly (typeof PAGE_LIST)[number][] {
  const has = ({ roles: whose }: PageEntry): boolean =>
    whose.length === 0 || whose.some((role) => roles.includes(role));
  const own = PAGE_LIST.filter(has);
  return own.filter((page) => own.find(({ path }) => path === page.path) === page);
}
