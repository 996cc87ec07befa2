import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { requireSession } from './guard';

export const root = createRootRouteWithContext<{ queries: QueryClient }>()({});

/** The parent of every page behind the sign-in. */
export const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  beforeLoad: requireSession,
  component: lazyRouteComponent(() => import('./frame/Frame'), 'Frame'),
});
