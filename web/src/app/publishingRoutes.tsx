import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readPublishingSearch } from '@/features/publishing/search';
import { framed } from './framed';

const publish = createRoute({
  getParentRoute: () => framed,
  path: '/schedule/publish',
  validateSearch: readPublishingSearch,
  component: lazyRouteComponent(() => import('@/features/publishing/PublishPage'), 'PublishPage'),
});

const versions = createRoute({
  getParentRoute: () => framed,
  path: '/schedule/versions',
  validateSearch: readPublishingSearch,
  component: lazyRouteComponent(() => import('@/features/publishing/RevisionsPage'), 'RevisionsPage'),
});

export const publishingRoutes = [publish, versions] as const;
