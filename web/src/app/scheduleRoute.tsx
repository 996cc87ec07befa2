import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readScheduleSearch } from '@/features/schedule/search';
import { framed } from './framed';

export const scheduleRoute = createRoute({
  getParentRoute: () => framed,
  path: '/schedule',
  validateSearch: readScheduleSearch,
  component: lazyRouteComponent(() => import('@/features/schedule/SchedulePage'), 'SchedulePage'),
});
