import HomeOutlined from '@ant-design/icons/HomeOutlined';
import { lazy, type ComponentType } from 'react';
import { CaseListPage } from '../cases/case-list-page.tsx';
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

/** Every page, in the order of the navigation. */
const PAGES: readonly PageSpec[] = [
  { path: '/', Page: CaseListPage, roles: [], place: { name: '我的清单', icon: HomeOutlined } },
  {
    path: '/cases/:id',
    Page: later(async () => (await import('../case/case-page.tsx')).CasePage),
    roles: [],
  },
];

/** The pages of somebody with these roles. */
export function pagesFor(roles: readonly string[]): readonly PageSpec[] {
  return PAGES.filter((page) => page.roles.length === 0 || page.roles.some((role) => roles.includes(role)));
}
