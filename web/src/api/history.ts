import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answer, client } from './client';
import type { HistoryQueue, ImportedHistory } from './types';

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
      const query = { planning_group_id: group, from, through };
      return answer(client.GET('/api/v2/wfm/history/days', { params: { query }, signal }));
    },
    staleTime: 60_000,
  });

/** A file, and how it is to be read. */
export interface HistoryFile {
  unit: string;
  file: File;
  /** Of rows that name none. */
  queue: string;
  /** Of dates such as 3/4/2026; empty: found out. */
  dateOrder: '' | 'day_first' | 'month_first';
  /** Length of the intervals; empty: found out. */
  minutes: string;
}

export interface ImportHistory {
  of: HistoryFile;
  /** Nothing is written. */
  preview: boolean;
}

/** Reads a file of history, and writes it unless it is only to be shown. The same file again is the same rows. */
export function importHistory({ of: { unit, file, queue, dateOrder, minutes }, preview }: ImportHistory): Promise<ImportedHistory> {
  const how = { ...(queue && { queue }), ...(dateOrder && { date_order: dateOrder }), ...(minutes && { minutes: Number(minutes) }) };
  return answer(client.POST('/api/v2/wfm/history/import', {
    params: { query: { business_unit_id: unit, file_name: file.name, preview, ...how } },
    body: '',
    bodySerializer: () => file,
    headers: { 'Content-Type': 'text/csv' },
  }));
}

export function useImportHistory(onDone: (done: ImportedHistory, asked: ImportHistory) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: importHistory,
    onSuccess: onDone,
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
  });
}

export function useForgetQueue(unit: string, onDone: (queue: string) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (queue: string) =>
      answer(client.DELETE('/api/v2/wfm/history/queues', { params: { query: { business_unit_id: unit, queue } } })),
    onSuccess: (_, queue) => onDone(queue),
    onSettled: () => void queries.invalidateQueries({ queryKey: historyKey }),
  });
}
