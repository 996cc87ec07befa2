import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { preferenceQuery } from '@/api/preferences';
import { readForecastSearch } from '@/features/forecast/search';
import { tabOf } from '@/features/forecast/tabs';
import { framed } from './framed';

const forecast = createRoute({
  getParentRoute: () => framed,
  path: '/forecast',
  validateSearch: readForecastSearch,
  component: lazyRouteComponent(() => import('@/features/forecast/ForecastPage'), 'ForecastPage'),
});

/** Without a tab in the address, the one seen last. */
const index = createRoute({
  getParentRoute: () => forecast,
  path: '/',
  beforeLoad: async ({ context, search }) => {
    const seen = await context.queries.query(preferenceQuery('forecast')).catch(() => null);
    throw redirect({ to: tabOf(seen?.tab).to, search, replace: true });
  },
});

const volume = createRoute({
  getParentRoute: () => forecast,
  path: '/volume',
  component: lazyRouteComponent(() => import('@/features/forecast/volume/VolumePage'), 'VolumePage'),
});

const staffing = createRoute({
  getParentRoute: () => forecast,
  path: '/staffing',
  component: lazyRouteComponent(() => import('@/features/forecast/staffing/StaffingPage'), 'StaffingPage'),
});

const accuracy = createRoute({
  getParentRoute: () => forecast,
  path: '/accuracy',
  component: lazyRouteComponent(() => import('@/features/forecast/accuracy/AccuracyPage'), 'AccuracyPage'),
});

const history = createRoute({
  getParentRoute: () => forecast,
  path: '/history',
  component: lazyRouteComponent(() => import('@/features/forecast/history/HistoryPage'), 'HistoryPage'),
});

export const forecastRoutes = forecast.addChildren([index, volume, staffing, accuracy, history]);
