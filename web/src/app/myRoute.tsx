import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { readMySearch } from '@/features/my/search';
import { framed } from './framed';

export const myRoute = createRoute({
  getParentRoute: () => framed,
  path: '/my',
  validateSearch: readMySearch,
  component: lazyRouteComponent(() => import('@/features/my/MyPage'), 'MyPage'),
});
