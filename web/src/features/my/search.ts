import { isDate } from '@/lib/dates';
import { pick } from '@/lib/pick';

export type Span = 'week' | 'month';

const isSpan = (text: string | undefined): text is Span => text === 'week' || text === 'month';

/** `span` is "week" or "month", `day` the day that is open, `clock` "unit" for the unit's instead of the viewer's. */
export const readMySearch = (search: Record<string, unknown>) => {
  const { span, day, clock } = pick(search, ['span', 'day', 'clock']);
  return {
    ...(isSpan(span) && { span }),
    ...(day !== undefined && isDate(day) && { day }),
    ...(clock === 'unit' && { clock: 'unit' as const }),
  };
};

export type MySearch = ReturnType<typeof readMySearch>;
