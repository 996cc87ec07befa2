import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readTodaySearch } from '@/features/today/search';
import { framed } from './framed';

export const todayRoute = createRoute({
  getParentRoute: () => framed,
  path: '/today',
  validateSearch: readTodaySearch,
  component: lazyRouteComponent(() => import('@/features/today/TodayPage'), 'TodayPage'),
});
