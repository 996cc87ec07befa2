import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { answer, client, ifMatch } from './client';
import { unlessLive } from './live';
import { toProblem } from './problem';
import type { AdherenceRules, RuleList, RuleVersion, TryEvent } from './types';

export const rulesTopic = 'adherence';
export const rulesKey = ['adherence-rules'] as const;
/** The day of the entry that holds since ever, as addresses write it. */
export const always = 'always';

/** The rules of a business unit, by the days from which they hold. */
export const rulesQuery = (unit: string) =>
  queryOptions({
    queryKey: [...rulesKey, 'of', unit],
    queryFn: ({ signal }): Promise<RuleList> => answer(client.GET('/api/v2/wfm/adherence/rules/{unit}', { params: { path: { unit } }, signal })),
    refetchInterval: unlessLive(15_000),
  });

/** How the rules came to be, the newest change first. */
export const ruleHistoryQuery = (unit: string) =>
  infiniteQueryOptions({
    queryKey: [...rulesKey, 'history', unit],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: 50, ...(pageParam && { cursor: pageParam }) };
      return answer(client.GET('/api/v2/wfm/adherence/rules/{unit}/history', { params: { path: { unit }, query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });

/** The rules that a change set. */
export const readRuleVersion = (unit: string, version: number): Promise<RuleVersion> =>
  answer(client.GET('/api/v2/wfm/adherence/rules/{unit}/history/{version}', { params: { path: { unit, version } } }));

/** What an event would count as; asked while it is written. */
export const tryQuery = (unit: string, event: TryEvent | undefined) =>
  queryOptions({
    queryKey: [...rulesKey, 'try', unit, event],
    queryFn: ({ signal }) => {
      const body = { ...event, at: new Date().toISOString() } as TryEvent & { at: string };
      return answer(client.POST('/api/v2/wfm/adherence/rules/{unit}/try', { params: { path: { unit } }, body, signal }));
    },
    enabled: event !== undefined,
    placeholderData: (before) => (event ? before : undefined),
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
  });

/** What is done to the entry of a day. */
export interface RuleEdit {
  day: string;
  /** Of the unit's rules that the change was made from. */
  version: number;
  /** None: the entry is taken away. */
  rules?: AdherenceRules;
}

export function useRuleEdit(unit: string, onDone: (edit: RuleEdit) => void): UseMutationResult<RuleList, Error, RuleEdit> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ day, version, rules }) => {
      const params = { path: { unit, day }, header: ifMatch(version) };
      return answer(rules
        ? client.PUT('/api/v2/wfm/adherence/rules/{unit}/entries/{day}', { params, body: rules })
        : client.DELETE('/api/v2/wfm/adherence/rules/{unit}/entries/{day}', { params }));
    },
    onMutate: () => queries.cancelQueries({ queryKey: rulesQuery(unit).queryKey }),
    onSuccess: (list, edit) => {
      queries.setQueryData(rulesQuery(unit).queryKey, list);
      void queries.invalidateQueries({ queryKey: ruleHistoryQuery(unit).queryKey });
      onDone(edit);
    },
    onError: (error) => {
      if (toProblem(error).isConflict) {
        void queries.invalidateQueries({ queryKey: rulesQuery(unit).queryKey });
      }
    },
  });
}
