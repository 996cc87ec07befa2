import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import type { Build, BuildDetails, Builder, BuilderPool, BuiltSchedule, NewBuild } from './types';

export const buildsKey = ['builds'] as const;
const lookAgain = { busyMilliseconds: 1_000, calmMilliseconds: 15_000 };

export const isBeingBuilt = ({ state }: Pick<Build, 'state'>): boolean => state === 'queued' || state === 'running';

/** The builds of a business unit, the latest first, none of none. */
export const buildsQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: [...buildsKey, 'of', unit],
    queryFn: async ({ signal }): Promise<Build[]> =>
      unit === undefined ? [] : (await answer(client.GET('/api/v2/wfm/builds', { params: { query: { business_unit_id: unit } }, signal }))).items,
    refetchInterval: ({ state }) => (state.data?.some(isBeingBuilt) ? lookAgain.busyMilliseconds : lookAgain.calmMilliseconds),
  });

/** A build with what was found for each unit; looked at every second while it goes on. */
export const buildQuery = (id: string) =>
  queryOptions({
    queryKey: [...buildsKey, 'one', id],
    queryFn: ({ signal }): Promise<BuildDetails> => answer(client.GET('/api/v2/wfm/builds/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && isBeingBuilt(state.data.build) ? lookAgain.busyMilliseconds : lookAgain.calmMilliseconds),
  });

/** The best schedule of a unit; `cost` tells which, so that a better one is asked for. */
export const builtScheduleQuery = (id: string, unit: string, cost: number | null) =>
  queryOptions({
    queryKey: [...buildsKey, 'schedule', id, unit, cost],
    queryFn: ({ signal }): Promise<BuiltSchedule> =>
      answer(client.GET('/api/v2/wfm/builds/{id}/units/{unit}/schedule', { params: { path: { id, unit } }, signal })),
    staleTime: Infinity,
    gcTime: 30_000,
    enabled: cost !== null,
    placeholderData: (before) => before,
  });

export const buildersQuery = queryOptions({
  queryKey: [...buildsKey, 'builders'],
  queryFn: async ({ signal }): Promise<Builder[]> => (await answer(client.GET('/api/v2/wfm/builders', { signal }))).items,
  refetchInterval: lookAgain.calmMilliseconds,
});

/** Who builds what, and what waits, of all business units. */
export const builderPoolQuery = queryOptions({
  queryKey: [...buildsKey, 'pool'],
  queryFn: ({ signal }): Promise<BuilderPool> => answer(client.GET('/api/v2/wfm/system/builders', { signal })),
  refetchInterval: ({ state }) => (state.data?.jobs.length ? lookAgain.busyMilliseconds : lookAgain.calmMilliseconds),
});

export const createBuild = (body: NewBuild, key: string): Promise<Build> =>
  answer(client.POST('/api/v2/wfm/builds', { body, headers: idempotent(key) }));

export type BuildEnd = 'stop' | 'cancel' | 'remove';

/** Ends a build: with the best so far, with nothing, or altogether. */
export function useEndBuild(onDone: (done: BuildEnd, of: Pick<Build, 'id' | 'name'>) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ what, of }: { what: BuildEnd; of: Pick<Build, 'id' | 'name'> }): Promise<unknown> => {
      const params = { path: { id: of.id } };
      switch (what) {
        case 'stop':
          return answer(client.POST('/api/v2/wfm/builds/{id}/stop', { params }));
        case 'cancel':
          return answer(client.POST('/api/v2/wfm/builds/{id}/cancel', { params }));
        case 'remove':
          return answer(client.DELETE('/api/v2/wfm/builds/{id}', { params }));
      }
    },
    onSuccess: (_, { what, of }) => onDone(what, of),
    onSettled: () => void queries.invalidateQueries({ queryKey: buildsKey }),
  });
}
