import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';

/** How often the live pill and the node page ask; one request serves both. */
const pulseMilliseconds = 5_000;

export const nodeQuery = queryOptions({
  queryKey: ['system', 'node'],
  queryFn: ({ signal }) => answer(client.GET('/api/v2/wfm/system/node', { signal })),
  refetchInterval: pulseMilliseconds,
  retry: false,
});

export const nodeRolesQuery = queryOptions({
  queryKey: ['system', 'roles'],
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v2/wfm/system/roles', { signal }))).items,
});

export const optionsQuery = queryOptions({
  queryKey: ['system', 'options'],
  queryFn: async ({ signal }) => (await answer(client.GET('/api/v2/wfm/system/options', { signal }))).items,
});
