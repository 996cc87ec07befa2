import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { preferenceQuery } from '@/api/preferences';
import { readAccessSearch, readAuditSearch, readClientSearch, readOptionSearch, readUserSearch } from '@/features/system/search';
import { isTab, tabPath } from '@/features/system/tabs';
import { framed } from './framed';

const system = createRoute({
  getParentRoute: () => framed,
  path: '/system',
  component: lazyRouteComponent(() => import('@/features/system/SystemPage'), 'SystemPage'),
});

/** Without a tab in the address, the one seen last. */
const index = createRoute({
  getParentRoute: () => system,
  path: '/',
  beforeLoad: async ({ context }) => {
    const seen = await context.queries.query(preferenceQuery('system')).catch(() => null);
    throw redirect({ to: tabPath(isTab(seen?.tab) ? seen.tab : 'cluster'), replace: true });
  },
});

const cluster = createRoute({
  getParentRoute: () => system,
  path: '/cluster',
  component: lazyRouteComponent(() => import('@/features/system/cluster/ClusterPage'), 'ClusterPage'),
});

const node = createRoute({
  getParentRoute: () => system,
  path: '/node',
  component: lazyRouteComponent(() => import('@/features/system/node/NodePage'), 'NodePage'),
});

const roles = createRoute({
  getParentRoute: () => system,
  path: '/roles',
  component: lazyRouteComponent(() => import('@/features/system/roles/RolesPage'), 'RolesPage'),
});

const builders = createRoute({
  getParentRoute: () => system,
  path: '/builders',
  component: lazyRouteComponent(() => import('@/features/system/builders/BuildersPage'), 'BuildersPage'),
});

const options = createRoute({
  getParentRoute: () => system,
  path: '/options',
  validateSearch: readOptionSearch,
  component: lazyRouteComponent(() => import('@/features/system/options/OptionsPage'), 'OptionsPage'),
});

const users = createRoute({
  getParentRoute: () => system,
  path: '/users',
  validateSearch: readUserSearch,
  component: lazyRouteComponent(() => import('@/features/system/users/UsersPage'), 'UsersPage'),
});

const access = createRoute({
  getParentRoute: () => system,
  path: '/access',
  validateSearch: readAccessSearch,
  component: lazyRouteComponent(() => import('@/features/system/access/AccessPage'), 'AccessPage'),
});

const tokens = createRoute({
  getParentRoute: () => system,
  path: '/tokens',
  validateSearch: readClientSearch,
  component: lazyRouteComponent(() => import('@/features/system/tokens/TokensPage'), 'TokensPage'),
});

/** Without filters in the address, those used last. */
const audit = createRoute({
  getParentRoute: () => system,
  path: '/audit',
  validateSearch: readAuditSearch,
  beforeLoad: async ({ context, search, cause }) => {
    if (cause !== 'enter' || Object.keys(search).length > 0) {
      return;
    }
    const remembered = await context.queries.query(preferenceQuery('audit')).catch(() => null);
    const seen = readAuditSearch({ ...remembered });
    if (Object.keys(seen).length > 0) {
      throw redirect({ to: '/system/audit', search: seen, replace: true });
    }
  },
  component: lazyRouteComponent(() => import('@/features/system/audit/AuditPage'), 'AuditPage'),
});

export const systemRoutes = system.addChildren([index, cluster, node, roles, builders, options, users, access, tokens, audit]);
