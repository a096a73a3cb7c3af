import AlertOutlined from '@ant-design/icons/AlertOutlined';
import BranchesOutlined from '@ant-design/icons/BranchesOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import CheckSquareOutlined from '@ant-design/icons/CheckSquareOutlined';
import ContainerOutlined from '@ant-design/icons/ContainerOutlined';
import DashboardOutlined from '@ant-design/icons/DashboardOutlined';
import DisconnectOutlined from '@ant-design/icons/DisconnectOutlined';
import EditOutlined from '@ant-design/icons/EditOutlined';
import EyeOutlined from '@ant-design/icons/EyeOutlined';
import FileAddOutlined from '@ant-design/icons/FileAddOutlined';
import FileSearchOutlined from '@ant-design/icons/FileSearchOutlined';
import FlagOutlined from '@ant-design/icons/FlagOutlined';
import FormOutlined from '@ant-design/icons/FormOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import ProfileOutlined from '@ant-design/icons/ProfileOutlined';
import ReadOutlined from '@ant-design/icons/ReadOutlined';
import SearchOutlined from '@ant-design/icons/SearchOutlined';
import SendOutlined from '@ant-design/icons/SendOutlined';
import SettingOutlined from '@ant-design/icons/SettingOutlined';
import SmileOutlined from '@ant-design/icons/SmileOutlined';
import StarOutlined from '@ant-design/icons/StarOutlined';
import SwapOutlined from '@ant-design/icons/SwapOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import { lazy, type ComponentType } from 'react';
import { DeputyHomePage } from '../home/deputy-home-page.tsx';
import type { Me } from '../session/session.ts';
import { ownPages, type PageKey } from './page-list.ts';

/** What every page gets: who reads it. */
interface PageProps {
  readonly me: Me;
}

/** What stands at a page's address, and its icon in the navigation. */
interface PageLook {
  readonly Page: ComponentType<PageProps>;
  readonly icon?: ComponentType;
  readonly keys?: PageKeys;
}

/** Whether keys go through the page's list, or the page has keys of its own and says so. */
type PageKeys = 'list' | 'own';

/** One page: its address and its place in the navigation. */
export interface PageSpec {
  /** Pattern of the router, as in /cases/:id. */
  readonly path: string;
  readonly Page: ComponentType<PageProps>;
  readonly keys?: PageKeys;
  /** Absent for pages that others lead to. */
  readonly place?: { readonly name: string; readonly icon: ComponentType };
}

/** Pages that not everybody needs come when they are opened, so that a deputy's first page stays small. */
function later(load: () => Promise<ComponentType<PageProps>>): ComponentType<PageProps> {
  return lazy(async () => ({ default: await load() }));
}

const CaseListPage = later(async () => (await import('../cases/case-list-page.tsx')).CaseListPage);
const WritePage = later(async () => (await import('../write/write-page.tsx')).WritePage);

const MEETINGS = {
  Page: later(async () => (await import('../meetings/meetings-page.tsx')).MeetingsPage),
  icon: CalendarOutlined,
};

const BALLOTS = {
  Page: later(async () => (await import('../ballots/ballots-page.tsx')).BallotsPage),
  icon: ContainerOutlined,
};

const PROMISES = {
  Page: later(async () => (await import('../follow-up/promises-page.tsx')).PromisesPage),
  icon: CheckSquareOutlined,
};

const PreReviewsPage = later(
  async () => (await import('../desk/pre-reviews/pre-reviews-page.tsx')).PreReviewsPage,
);

const LOOKS: Readonly<Record<PageKey, PageLook>> = {
  'deputy-home': { Page: DeputyHomePage, icon: HomeOutlined, keys: 'list' },
  write: { Page: WritePage, icon: EditOutlined },
  draft: { Page: WritePage },
  'deputy-cases': { Page: CaseListPage, icon: SearchOutlined, keys: 'list' },
  'deputy-promises': { ...PROMISES, keys: 'list' },
  'deputy-ballots': BALLOTS,
  'deputy-meetings': MEETINGS,
  'unit-meetings': MEETINGS,
  'office-meetings': MEETINGS,
  inbox: {
    Page: later(async () => (await import('../unit/inbox-page.tsx')).InboxPage),
    icon: InboxOutlined,
    keys: 'list',
  },
  today: {
    Page: later(async () => (await import('../desk/today/today-page.tsx')).TodayPage),
    icon: HomeOutlined,
    keys: 'own',
  },
  'reviewer-home': { Page: PreReviewsPage, icon: FileSearchOutlined },
  'leader-home': {
    Page: later(async () => (await import('../leader/leader-page.tsx')).LeaderPage),
    icon: FlagOutlined,
    keys: 'list',
  },
  'own-list': { Page: CaseListPage, icon: HomeOutlined, keys: 'list' },
  case: { Page: later(async () => (await import('../case/case-page.tsx')).CasePage) },
  notices: {
    Page: later(async () => (await import('../notices/notices-page.tsx')).NoticesPage),
    keys: 'list',
  },
  'unit-cases': { Page: CaseListPage, icon: UnorderedListOutlined, keys: 'list' },
  promises: { ...PROMISES, keys: 'list' },
  training: {
    Page: later(async () => (await import('../unit/training-page.tsx')).TrainingPage),
    icon: ReadOutlined,
  },
  reply: { Page: later(async () => (await import('../unit/reply-page.tsx')).ReplyPage), keys: 'own' },
  'pre-reviews': { Page: PreReviewsPage, icon: FileSearchOutlined },
  'reviewer-queue': { Page: PreReviewsPage },
  'delegation-home': {
    Page: later(async () => (await import('../desk/papers/delegation-home-page.tsx')).DelegationHomePage),
    icon: ProfileOutlined,
  },
  papers: {
    Page: later(async () => (await import('../desk/papers/papers-page.tsx')).PapersPage),
    icon: FileAddOutlined,
    keys: 'own',
  },
  register: {
    Page: later(async () => (await import('../desk/register/register-page.tsx')).RegisterPage),
    icon: FormOutlined,
    keys: 'own',
  },
  assign: {
    Page: later(async () => (await import('../desk/board/board-page.tsx')).BoardPage),
    icon: SendOutlined,
    keys: 'own',
  },
  handled: {
    Page: later(async () => (await import('../desk/handled/handled-page.tsx')).HandledPage),
    icon: SendOutlined,
    keys: 'own',
  },
  returns: {
    Page: later(async () => (await import('../desk/returns/returns-page.tsx')).ReturnsPage),
    icon: SwapOutlined,
    keys: 'list',
  },
  'key-items': {
    Page: later(async () => (await import('../desk/key-items/key-items-page.tsx')).KeyItemsPage),
    icon: StarOutlined,
    keys: 'list',
  },
  supervision: {
    Page: later(async () => (await import('../supervision/supervision-page.tsx')).SupervisionPage),
    icon: AlertOutlined,
  },
  evaluations: {
    Page: later(async () => (await import('../follow-up/evaluations-page.tsx')).EvaluationsPage),
    icon: SmileOutlined,
  },
  'look-backs': {
    Page: later(async () => (await import('../follow-up/look-backs-page.tsx')).LookBacksPage),
    icon: EyeOutlined,
  },
  'office-promises': PROMISES,
  ballots: BALLOTS,
  wall: { Page: later(async () => (await import('../supervision/wall-page.tsx')).WallPage) },
  'office-cases': { Page: CaseListPage, icon: UnorderedListOutlined, keys: 'list' },
  operations: {
    Page: later(async () => (await import('../operations/operations-page.tsx')).OperationsPage),
    icon: DashboardOutlined,
  },
  deliveries: {
    Page: later(async () => (await import('../notices/deliveries-page.tsx')).DeliveriesPage),
    icon: DisconnectOutlined,
  },
  journey: {
    Page: later(async () => (await import('../operations/journey-page.tsx')).JourneyPage),
    icon: BranchesOutlined,
  },
  settings: {
    Page: later(async () => (await import('../desk/settings/settings-page.tsx')).SettingsPage),
    icon: SettingOutlined,
  },
};

/** The pages of somebody with these roles, in the order of the navigation. */
export function pagesFor(roles: readonly string[]): readonly PageSpec[] {
  return ownPages(roles).map((page) => {
    const { Page, icon, keys }: PageLook = LOOKS[page.key];
    const name = 'name' in page ? page.name : undefined;
    return {
      path: page.path,
      Page,
      ...(keys !== undefined && { keys }),
      ...(name !== undefined && icon !== undefined && { place: { name, icon } }),
    };
  });
}
