import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { heldBy, sessionQuery } from '@/api/session';
import { readReturnTo } from '@/features/session/search';
import { adherenceRoutes } from './adherenceRoutes';
import { startOf } from './areas';
import { forecastRoutes } from './forecastRoutes';
import { framed, root } from './framed';
import { requireFirstPassword } from './guard';
import { NotFound, PageFailed } from './PageFailed';
import { myRoute } from './myRoute';
import { peopleRoutes } from './peopleRoutes';
import { publishingRoutes } from './publishingRoutes';
import { scheduleRoute } from './scheduleRoute';
import { systemRoutes } from './systemRoutes';
import { todayRoute } from './todayRoute';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readReturnTo,
  component: lazyRouteComponent(() => import('@/features/session/SignInPage'), 'SignInPage'),
});

const firstPassword = createRoute({
  getParentRoute: () => root,
  path: '/first-password',
  validateSearch: readReturnTo,
  beforeLoad: requireFirstPassword,
  component: lazyRouteComponent(() => import('@/features/session/FirstPasswordPage'), 'FirstPasswordPage'),
});

const start = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await context.queries.query({ ...sessionQuery, staleTime: 'static' });
    throw redirect({ to: startOf(session ? heldBy(session) : []), replace: true });
  },
});

const password = createRoute({
  getParentRoute: () => framed,
  path: '/password',
  component: lazyRouteComponent(() => import('@/features/session/PasswordPage'), 'PasswordPage'),
});

/** An unknown address is answered inside the frame, after signing in. */
const unknown = createRoute({ getParentRoute: () => framed, path: '$', component: NotFound });

const requests = createRoute({
  getParentRoute: () => framed,
  path: '/requests',
  component: lazyRouteComponent(() => import('./ElsewherePage'), 'RequestsPage'),
});

const reports = createRoute({
  getParentRoute: () => framed,
  path: '/reports',
  component: lazyRouteComponent(() => import('./ElsewherePage'), 'ReportsPage'),
});

const tree = root.addChildren([
  signIn,
  firstPassword,
  framed.addChildren([
    start,
    password,
    todayRoute,
    forecastRoutes,
    myRoute,
    scheduleRoute,
    ...publishingRoutes,
    adherenceRoutes,
    requests,
    peopleRoutes,
    reports,
    systemRoutes,
    unknown,
  ]),
]);

export const createAppRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: tree,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: NotFound,
  });

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
