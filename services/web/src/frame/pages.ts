import EditOutlined from '@ant-design/icons/EditOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import { lazy, type ComponentType } from 'react';
import { DeputyHomePage } from '../home/deputy-home-page.tsx';
import { DEPUTY_ROLE } from '../session/deputy-role.ts';
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

/** Every page, in the order of the navigation. Of two with one address the first that somebody has is theirs. */
const PAGES: readonly PageSpec[] = [
  { path: '/', Page: DeputyHomePage, roles: DEPUTY_ROLE, place: { name: '我的建议', icon: HomeOutlined } },
  { path: '/write', Page: WritePage, roles: DEPUTY_ROLE, place: { name: '写建议', icon: EditOutlined } },
  { path: '/write/:id', Page: WritePage, roles: DEPUTY_ROLE },
  { path: '/cases', Page: CaseListPage, roles: DEPUTY_ROLE, place: { name: '查建议', icon: SearchOutlined } },
  { path: '/', Page: CaseListPage, roles: [], place: { name: '我的清单', icon: HomeOutlined } },
  {
    path: '/cases/:id',
    Page: later(async () => (await import('../case/case-page.tsx')).CasePage),
    roles: [],
  },
];

/** The pages of somebody with these roles. */
export function pagesFor(roles: readonly string[]): readonly PageSpec[] {
  const has = ({ roles: whose }: PageSpec): boolean =>
    whose.length === 0 || whose.some((role) => roles.includes(role));
  const own = PAGES.filter(has);
  return own.filter((page) => own.find(({ path }) => path === page.path) === page);
}
