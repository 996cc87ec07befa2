import { queryOptions } from '@tanstack/react-query';
import { answer, client, idempotent } from './client';
import { unlessLive } from './live';
import type { MyCalendar, MyNotice, MySchedule, NewCalendar } from './types';

export const myKey = ['my'] as const;
const lookAgainMilliseconds = 15_000;

/** What is told of an agent's own schedule. */
export const myTopic = (agent: string | undefined): string | undefined => agent && `my_schedule/${agent}`;

/** One's own published days; without a first day, from today on. */
export const myScheduleQuery = (from: string | undefined, days: number) =>
  queryOptions({
    queryKey: [...myKey, 'schedule', from, days],
    queryFn: ({ signal }): Promise<MySchedule> =>
      answer(client.GET('/api/v2/wfm/my/schedule', { params: { query: { from, days } }, signal })),
    refetchInterval: unlessLive(lookAgainMilliseconds),
    placeholderData: (before) => before,
  });

/** What changed and was not acknowledged yet, the latest first. */
export const myNoticesQuery = queryOptions({
  queryKey: [...myKey, 'notices'],
  queryFn: async ({ signal }): Promise<MyNotice[]> =>
    (await answer(client.GET('/api/v2/wfm/my/notices', { params: { query: { limit: 100 } }, signal }))).items,
  refetchInterval: unlessLive(lookAgainMilliseconds),
});

/** Says of each that one has seen it. */
export async function acknowledge(notices: readonly string[], key: string): Promise<void> {
  for (const notice_id of notices) {
    await answer(client.POST('/api/v2/wfm/my/notices/acknowledge', { body: { notice_id }, headers: idempotent(`${key}-${notice_id}`) }));
  }
}

export const myCalendarKey = [...myKey, 'calendar'] as const;

/** Whether one's calendar has an address; the address itself is told when it is made. */
export const myCalendarQuery = queryOptions({
  queryKey: myCalendarKey,
  queryFn: ({ signal }): Promise<MyCalendar> => answer(client.GET('/api/v2/wfm/my/calendar', { signal })),
});

/** Makes the address of one's calendar; one that there was before ends. */
export const makeCalendar = (_: object, key: string): Promise<NewCalendar> =>
  answer(client.POST('/api/v2/wfm/my/calendar', { headers: idempotent(key) }));

export const removeCalendar = (): Promise<unknown> => answer(client.DELETE('/api/v2/wfm/my/calendar'));
