import { queryOptions } from '@tanstack/react-query';
import { answer, client } from './client';
import { unlessLive } from './live';
import { within } from './within';

const lookAgainMilliseconds = 15_000;
const patienceMilliseconds = 8_000;

/** That the day of a business unit is to be read again. */
export const intradayTopic = (unit: string): string => `intraday/${unit}`;

/** Of all that is read of it. */
export const intradayKey = (unit: string) => ['intraday', unit] as const;

/** The day of a business unit as it is now: of a planning group, or of all together. */
export const intradayDayQuery = (unit: string, group: string | undefined) =>
  queryOptions({
    queryKey: [...intradayKey(unit), group ?? ''],
    queryFn: ({ signal }) => {
      const query = { business_unit_id: unit, ...(group && { planning_group_id: group }) };
      return answer(client.GET('/api/v2/wfm/intraday', { params: { query }, signal: within(patienceMilliseconds, signal) }));
    },
    refetchInterval: unlessLive(lookAgainMilliseconds),
  });
