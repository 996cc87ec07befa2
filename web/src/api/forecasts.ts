import { hashKey, queryOptions, replaceEqualDeep, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { answer, client, idempotent, ifMatch } from './client';
import { toProblem } from './problem';
import type { paths } from './schema';
import type { Forecast, ForecastPart, ForecastPartChange, NewForecast } from './types';

export const forecastsKey = ['forecasts'] as const;
const lookAgain = { busyMilliseconds: 1_000, calmMilliseconds: 15_000 };

export const isBeingMade = ({ state }: Pick<Forecast, 'state'>): boolean => state === 'queued' || state === 'running';

/** Page by page to the end, so that none is hidden. One that is made meanwhile is on no page twice: each begins where the one before ended. */
async function allForecasts(unit: string, signal: AbortSignal): Promise<Forecast[]> {
  const all: Forecast[] = [];
  let cursor: string | null | undefined;
  do {
    const query = { business_unit_id: unit, limit: 100, ...(cursor && { cursor }) };
    const page = await answer(client.GET('/api/v2/wfm/forecasts', { params: { query }, signal }));
    all.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return all;
}

/** The forecasts of a business unit, the latest first, none of none; looked at every second while one of them is being made. */
export const forecastsQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: [...forecastsKey, 'of', unit],
    queryFn: async ({ signal }): Promise<Forecast[]> => (unit === undefined ? [] : allForecasts(unit, signal)),
    refetchInterval: ({ state }) => (state.data?.some(isBeingMade) ? lookAgain.busyMilliseconds : lookAgain.calmMilliseconds),
  });

/** Where a part is found: its forecast and its planning group. */
export interface PartKey {
  forecast: string;
  group: string;
}

const versionOf = (part: unknown): number => (part as ForecastPart | undefined)?.version ?? 0;

/** What is not there is not looked for again. */
const whileThere = ({ state }: { state: { error: Error | null } }): number | false =>
  (state.error && toProblem(state.error).status === 404 ? false : lookAgain.calmMilliseconds);

const pathOf = ({ forecast, group }: PartKey) => ({ id: forecast, group });
const partKey = (key: PartKey) => [...forecastsKey, 'part', key.forecast, key.group] as const;

export const partQuery = (key: PartKey) =>
  queryOptions({
    queryKey: [...partKey(key), 'layers'],
    queryFn: ({ signal }) => answer(client.GET('/api/v2/wfm/forecasts/{id}/groups/{group}', { params: { path: pathOf(key) }, signal })),
    // An answer that was on its way before a change must not undo it on the screen.
    structuralSharing: (before, after) => (versionOf(after) < versionOf(before) ? before : replaceEqualDeep(before, after)),
    refetchInterval: whileThere,
  });

/** Terms that differ from those that are kept, for one look; an empty one is as usual. */
export interface WhatIf {
  service_goal_id?: string;
  shrinkage_percent?: number;
  patience_seconds?: number | '';
  handle_seconds?: number | '';
  at_once?: number;
  minimum_agents?: number;
  uncertain_days?: boolean;
  volume_percent?: number;
}

type TermsQuery = NonNullable<paths['/api/v2/wfm/forecasts/{id}/groups/{group}/requirement']['get']['parameters']['query']>;

/** How many people a version of a part takes. While a new version is asked about, the one before stands in; never the answer to another question. */
export const requirementQuery = (key: PartKey, version: number, query: WhatIf = {}) =>
  queryOptions({
    queryKey: [...partKey(key), 'requirement', version, query],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v2/wfm/forecasts/{id}/groups/{group}/requirement', { params: { path: pathOf(key), query: query as TermsQuery }, signal })),
    placeholderData: (before, of) => (of && hashKey([of.queryKey.at(-1)]) === hashKey([query]) ? before : undefined),
    staleTime: 60_000,
  });

/** The rest of a day, forecast again from what came so far; looked at again while the day goes on. */
export const intradayQuery = (key: PartKey, version: number, date: string) =>
  queryOptions({
    queryKey: [...partKey(key), 'intraday', version, date],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v2/wfm/forecasts/{id}/groups/{group}/intraday', { params: { path: pathOf(key), query: { date } }, signal })),
    refetchInterval: ({ state }) => (state.data?.rest.some((volume) => volume !== null) ? 60_000 : false),
  });

export const accuracyQuery = (key: PartKey) =>
  queryOptions({
    queryKey: [...partKey(key), 'accuracy'],
    queryFn: ({ signal }) =>
      answer(client.GET('/api/v2/wfm/forecasts/{id}/groups/{group}/accuracy', { params: { path: pathOf(key) }, signal })),
    refetchInterval: whileThere,
  });

export const createForecast = (body: NewForecast, key: string): Promise<Forecast> =>
  answer(client.POST('/api/v2/wfm/forecasts', { body, headers: idempotent(key) }));

/** Takes back what is being made, or removes what is there. */
export function useEndForecast(onDone: (done: 'cancel' | 'remove', of: Forecast) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ what, of }: { what: 'cancel' | 'remove'; of: Forecast }): Promise<unknown> => {
      const params = { path: { id: of.id } };
      return what === 'cancel'
        ? answer(client.POST('/api/v2/wfm/forecasts/{id}/cancel', { params }))
        : answer(client.DELETE('/api/v2/wfm/forecasts/{id}', { params }));
    },
    onSuccess: (_, { what, of }) => onDone(what, of),
    onSettled: (_, __, { of }) => void queries.invalidateQueries({ queryKey: forecastsQuery(of.business_unit_id).queryKey }),
  });
}

export interface PartEdit {
  /** What the change was made from. */
  version: number;
  change: ForecastPartChange;
}

/** Changes layers or terms. Who comes second learns of it, and sees what is there now. */
export function useChangePart(key: PartKey): UseMutationResult<ForecastPart, Error, PartEdit> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ version, change }) => {
      const params = { path: pathOf(key), header: ifMatch(version) };
      return answer(client.PATCH('/api/v2/wfm/forecasts/{id}/groups/{group}', { params, body: change }));
    },
    onMutate: () => queries.cancelQueries({ queryKey: partQuery(key).queryKey }),
    onSuccess: (part) => {
      queries.setQueryData(partQuery(key).queryKey, part);
      void queries.invalidateQueries({ queryKey: accuracyQuery(key).queryKey });
    },
    onError: (error) => {
      if (toProblem(error).isConflict) {
        void queries.invalidateQueries({ queryKey: partKey(key) });
      }
    },
  });
}
