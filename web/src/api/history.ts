import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client';
import type { HistoryQueue } from './types';

const historyKey = ['contact-history'] as const;

/** The queues of a business unit that have a history; none of none. */
export const historyQueuesQuery = (unit: string | undefined) =>
  queryOptions({
    queryKey: [...historyKey, 'queues', unit],
    queryFn: async ({ signal }): Promise<HistoryQueue[]> => {
      const path = '/api/v2/wfm/history/queues';
      return unit === undefined ? [] : (await answer(client.GET(path, { params: { query: { business_unit_id: unit } }, signal }))).items;
    },
    refetchInterval: 15_000,
  });

/** What came to a planning group from one day through another. */
export const historyDaysQuery = (group: string, from: string, through: string) =>
  queryOptions({
    queryKey: [...historyKey, 'days', group, from, through],
    queryFn: ({ signal }) => {
      const query = { planning_group_id: group, From: from, Through: through };
      return answer(client.GET('/api/v2/wfm/history/days', { params: { query }, signal }));
    },
    staleTime: 60_000,
  });

export function useForgetQueue(unit: string, onDone: (queue: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (queue: string) =>
      answer(client.DELETE('/api/v2/wfm/history/queues', { params: { query: { business_unit_id: unit, queue } } })),
    onSuccess: (_, queue) => onDone(queue),
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
  });
}
