import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

/** What each page remembers, on the server, so that it follows the user to another machine. */
export interface Preferences {
  /** `unit`: the business unit or management unit that is looked at everywhere; none for all. */
  shell: { theme?: 'light' | 'dark' | 'auto'; unit?: string };
  system: { tab?: string };
  people: { tab?: string };
  forecast: { tab?: string; unit?: string; group?: string; forecast?: string };
  schedule: { unit?: string; build?: string; tab?: string; site?: string; draft?: string; view?: string; zoom?: string; coverHeight?: number };
  adherence: { tab?: string; show?: string; by?: string; range?: string };
  my: { span?: string };
  audit: { actor?: string; entity?: string; from?: string; to?: string };
}

export const preferenceQuery = <Page extends keyof Preferences>(page: Page) =>
  queryOptions({
    queryKey: ['preferences', page],
    queryFn: async ({ signal }): Promise<Preferences[Page] | null> => {
      const path = { params: { path: { page } }, signal };
      const { value } = await answer(client.GET('/api/v2/wfm/session/preferences/{page}', path));
      return typeof value === 'object' && value !== null ? (value) : null;
    },
    staleTime: Infinity,
    retry: false,
  });

export const putPreference = <Page extends keyof Preferences>(page: Page, value: Preferences[Page]): Promise<unknown> =>
  answer(client.PUT('/api/v2/wfm/session/preferences/{page}', { params: { path: { page } }, body: { value } }));
