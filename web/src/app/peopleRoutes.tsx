import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { preferenceQuery } from '@/api/preferences';
import { readAgentSearch, readItemSearch, readSyncSearch } from '@/features/people/search';
import { tabOf } from '@/features/people/tabs';
import { framed } from './framed';

const people = createRoute({
  getParentRoute: () => framed,
  path: '/people',
  component: lazyRouteComponent(() => import('@/features/people/PeoplePage'), 'PeoplePage'),
});

/** Without a tab in the address, the one seen last. */
const index = createRoute({
  getParentRoute: () => people,
  path: '/',
  beforeLoad: async ({ context }) => {
    const seen = await context.queries.query(preferenceQuery('people')).catch(() => null);
    throw redirect({ to: tabOf(seen?.tab).to, replace: true });
  },
});

const agents = createRoute({
  getParentRoute: () => people,
  path: '/agents',
  validateSearch: readAgentSearch,
  component: lazyRouteComponent(() => import('@/features/people/agents/AgentsPage'), 'AgentsPage'),
});

const organization = createRoute({
  getParentRoute: () => people,
  path: '/organization',
  validateSearch: readItemSearch,
  component: lazyRouteComponent(() => import('@/features/people/organization/OrganizationPage'), 'OrganizationPage'),
});

const skills = createRoute({
  getParentRoute: () => people,
  path: '/skills',
  validateSearch: readItemSearch,
  component: lazyRouteComponent(() => import('@/features/people/skills/SkillsPage'), 'SkillsPage'),
});

const workPlans = createRoute({
  getParentRoute: () => people,
  path: '/work-plans',
  validateSearch: readItemSearch,
  component: lazyRouteComponent(() => import('@/features/people/plans/WorkPlansPage'), 'WorkPlansPage'),
});

const synchronization = createRoute({
  getParentRoute: () => people,
  path: '/synchronization',
  validateSearch: readSyncSearch,
  component: lazyRouteComponent(() => import('@/features/people/sync/SyncPage'), 'SyncPage'),
});

export const peopleRoutes = people.addChildren([index, agents, organization, skills, workPlans, synchronization]);
