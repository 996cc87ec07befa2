import { useSearch } from '@tanstack/react-router';
import type { ForecastSearch } from '../search';

/** What the address asks of this area. */
export const useAsked = (): ForecastSearch => useSearch({ from: '/framed/forecast' });
