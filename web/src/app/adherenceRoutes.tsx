import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { preferenceQuery } from '@/api/preferences';
import { readHistorySearch, readRulesSearch, readSourcesSearch, readWallSearch } from '@/features/adherence/search';
import { tabOf } from '@/features/adherence/tabs';
import { framed } from './framed';

const adherence = createRoute({
  getParentRoute: () => framed,
  path: '/adherence',
  component: lazyRouteComponent(() => import('@/features/adherence/AdherencePage'), 'AdherencePage'),
});

/** Without a tab in the address, the one seen last. */
const index = createRoute({
  getParentRoute: () => adherence,
  path: '/',
  beforeLoad: async ({ context }) => {
    const seen = await context.queries.query(preferenceQuery('adherence')).catch(() => null);
    throw redirect({ to: tabOf(seen?.tab).to, replace: true });
  },
});

/** The wall stays where it is while the day of an agent is open over it. */
const wall = createRoute({
  getParentRoute: () => adherence,
  id: 'wall',
  validateSearch: readWallSearch,
  component: lazyRouteComponent(() => import('@/features/adherence/wall/WallPage'), 'WallPage'),
});

const now = createRoute({ getParentRoute: () => wall, path: '/now' });

const day = createRoute({
  getParentRoute: () => wall,
  path: '/agents/$agent/$date',
  component: lazyRouteComponent(() => import('@/features/adherence/day/DayDrawer'), 'DayDrawer'),
});

/** What is stored of any days; here, too, the day of an agent opens over it. */
const history = createRoute({
  getParentRoute: () => adherence,
  path: '/history',
  validateSearch: readHistorySearch,
  component: lazyRouteComponent(() => import('@/features/adherence/history/HistoryPage'), 'HistoryPage'),
});

const pastDay = createRoute({
  getParentRoute: () => history,
  path: '/agents/$agent/$date',
  component: lazyRouteComponent(() => import('@/features/adherence/history/PastDayDrawer'), 'PastDayDrawer'),
});

const rules = createRoute({
  getParentRoute: () => adherence,
  path: '/rules',
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(() => import('@/features/adherence/rules/RulesPage'), 'RulesPage'),
});

const sources = createRoute({
  getParentRoute: () => adherence,
  path: '/sources',
  validateSearch: readSourcesSearch,
  component: lazyRouteComponent(() => import('@/features/adherence/sources/SourcesPage'), 'SourcesPage'),
});

export const adherenceRoutes = adherence.addChildren([index, wall.addChildren([now, day]), history.addChildren([pastDay]), rules, sources]);
