import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { preferenceQuery } from '@/api/preferences';
import { readRulesSearch } from '@/features/adherence/search';
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

const rules = createRoute({
  getParentRoute: () => adherence,
  path: '/rules',
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(() => import('@/features/adherence/rules/RulesPage'), 'RulesPage'),
});

export const adherenceRoutes = adherence.addChildren([index, rules]);
