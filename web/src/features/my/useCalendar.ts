import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { usePermitted } from '@/api/loaded';
import { makeCalendar, myCalendarKey, myCalendarQuery, removeCalendar } from '@/api/mySchedule';
import { useIntent } from '@/api/useIntent';
import type { CalendarLinkProps } from './CalendarLink';

/** The address of one's calendar: what there is, and what can be done with it. */
export function useCalendar(permission: string, isAgent: boolean): CalendarLinkProps {
  const queries = useQueryClient();
  const calendar = usePermitted(permission, { ...myCalendarQuery, enabled: isAgent });
  const [address, setAddress] = useState<string>();
  const become = (next: string | undefined) => {
    setAddress(next);
    void queries.invalidateQueries({ queryKey: myCalendarKey });
  };
  const making = useIntent(makeCalendar, ({ path }) => become(new URL(path, globalThis.location.origin).href));
  const removing = useMutation({ mutationFn: removeCalendar, onSuccess: () => become(undefined) });
  return {
    calendar,
    address,
    make: () => making.mutate({}),
    remove: () => removing.mutate(),
    isBusy: making.isPending || removing.isPending,
    error: making.error ?? removing.error,
  };
}
