import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import SendOutlined from '@ant-design/icons/SendOutlined';
import StarOutlined from '@ant-design/icons/StarOutlined';
import SwapOutlined from '@ant-design/icons/SwapOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import { lazy, type ComponentType } from 'react';
import { DeputyHomePage } from '../home/deputy-home-page.tsx';
import { DEPUTY_ROLE } from '../session/deputy-role.ts';
import { UNIT_ROLES } from '../session/unit-roles.ts';
import type { Me } from '../session/use-session.ts';

/** What every page gets: who reads it. */
interface PageProps {
  readonly me: Me;
}

/** One page: its address, who has it, and its place in the navigation. */
export interface PageSpec {
  /** Pattern of the router, as in /cases/:id. */
  readonly path: string;
  readonly Page: ComponentType<PageProps>;
  /** Who may open it; nobody named means everybody. The API decides again. */
  readonly roles: readonly string[];
  /** Its place in the navigation; absent for pages that others lead to. */
  readonly place?: { readonly name: string; readonly icon: ComponentType };
}

/** Pages that not everybody needs come when they are opened, so that a deputy's first page stays small. */
function later(load: () => Promise<ComponentType<PageProps>>): ComponentType<PageProps> {
  return lazy(async () => ({ default: await load() }));
}

const CaseListPage = later(async () => (await import('../cases/case-list-page.tsx')).CaseListPage);
const WritePage = later(async () => (await import('../write/write-page.tsx')).WritePage);

const DESK = ['congress-desk', 'session-registrar'];
const OFFICES = [...DESK, 'government-office'];

/** Every page, in the order of the navigation. Of two with one address the first that somebody has is theirs. */
const PAGES: readonly PageSpec[] = [
  { path: '/', Page: DeputyHomePage, roles: DEPUTY_ROLE, place: { name: '我的建议', icon: HomeOutlined } },
  { path: '/write', Page: WritePage, roles: DEPUTY_ROLE, place: { name: '写建议', icon: EditOutlined } },
  { path: '/write/:id', Page: WritePage, roles: DEPUTY_ROLE },
  { path: '/cases', Page: CaseListPage, roles: DEPUTY_ROLE, place: { name: '查建议', icon: SearchOutlined } },
  {
    path: '/',
    Page: later(async () => (await import('../unit/inbox-page.tsx')).InboxPage),
    roles: UNIT_ROLES,
    place: { name: '收件', icon: InboxOutlined },
  },
  {
    path: '/',
    Page: later(async () => (await import('../desk/today/today-page.tsx')).TodayPage),
    roles: OFFICES,
    place: { name: '今天', icon: HomeOutlined },
  },
  { path: '/', Page: CaseListPage, roles: [], place: { name: '我的清单', icon: HomeOutlined } },
  {
    path: '/cases/:id',
    Page: later(async () => (await import('../case/case-page.tsx')).CasePage),
    roles: [],
  },
  {
    path: '/cases',
    Page: CaseListPage,
    roles: UNIT_ROLES,
    place: { name: '案件', icon: UnorderedListOutlined },
  },
  {
    path: '/promises',
    Page: later(async () => (await import('../unit/promises-page.tsx')).PromisesPage),
    roles: UNIT_ROLES,
    place: { name: '承诺', icon: CheckSquareOutlined },
  },
  {
    path: '/training',
    Page: later(async () => (await import('../unit/training-page.tsx')).TrainingPage),
    roles: UNIT_ROLES,
    place: { name: '培训', icon: ReadOutlined },
  },
  {
    path: '/assignments/:id/reply',
    Page: later(async () => (await import('../unit/reply-page.tsx')).ReplyPage),
    roles: UNIT_ROLES,
  },
  {
    path: '/register',
    Page: later(async () => (await import('../desk/register/register-page.tsx')).RegisterPage),
    roles: DESK,
    place: { name: '登记', icon: FormOutlined },
  },
  {
    path: '/assign',
    Page: later(async () => (await import('../desk/board/board-page.tsx')).BoardPage),
    roles: OFFICES,
    place: { name: '分类交办', icon: SendOutlined },
  },
  {
    path: '/returns',
    Page: later(async () => (await import('../desk/returns/returns-page.tsx')).ReturnsPage),
    roles: ['congress-desk', 'government-office'],
    place: { name: '申退与协调', icon: SwapOutlined },
  },
  {
    path: '/key-items',
    Page: later(async () => (await import('../desk/key-items/key-items-page.tsx')).KeyItemsPage),
    roles: ['congress-desk', 'government-office', 'council'],
    place: { name: '重点件与专班', icon: StarOutlined },
  },
  {
    path: '/cases',
    Page: CaseListPage,
    roles: OFFICES,
    place: { name: '案件', icon: UnorderedListOutlined },
  },
];

/** The pages of somebody with these roles. */
export function pagesFor(roles: readonly string[]): readonly PageSpec[] {
  const has = ({ roles: whose }: PageSpec): boolean =>
    whose.length === 0 || whose.some((role) => roles.includes(role));
  const own = PAGES.filter(has);
  return own.filter((page) => own.find(({ path }) => path === page.path) === page);
}
