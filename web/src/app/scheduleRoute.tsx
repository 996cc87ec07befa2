import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readScheduleSearch } from '@/features/schedule/search';
import { framed } from './framed';

const schedule = createRoute({
  getParentRoute: () => framed,
  path: '/schedule',
  validateSearch: readScheduleSearch,
  component: lazyRouteComponent(() => import('@/features/schedule/SchedulePage'), 'SchedulePage'),
});

/** An address of a build leads to the builds. */
const index = createRoute({
  getParentRoute: () => schedule,
  path: '/',
  beforeLoad: ({ search }) => {
    throw redirect({ to: search.build ? '/schedule/builds' : '/schedule/edit', search, replace: true });
  },
});

const edit = createRoute({
  getParentRoute: () => schedule,
  path: '/edit',
  component: lazyRouteComponent(() => import('./SchedulesPage'), 'SchedulesPage'),
});

const builds = createRoute({
  getParentRoute: () => schedule,
  path: '/builds',
  component: lazyRouteComponent(() => import('@/features/schedule/builds/BuildsPage'), 'BuildsPage'),
});

export const scheduleRoute = schedule.addChildren([index, edit, builds]);
