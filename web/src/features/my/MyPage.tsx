import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { Anchor, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { dataOf, usePermitted } from '@/api/loaded';
import { acknowledge, myKey, myNoticesQuery, myScheduleQuery, myTopic } from '@/api/mySchedule';
import { preferenceQuery } from '@/api/preferences';
import { toProblem } from '@/api/problem';
import { useSession } from '@/api/session';
import { useIntent } from '@/api/useIntent';
import { useLiveQuery } from '@/api/useLive';
import { useRemember } from '@/api/useRemember';
import { PageHeader } from '@/components/PageHeader';
import { told } from '@/components/told';
import { useAddress } from '@/components/useAddress';
import { addDays, weekOf } from '@/lib/dates';
import { viewerZone } from '@/lib/format';
import { useNow } from '@/lib/useNow';
import { monthDays } from './days';
import classes from './My.module.css';
import { MyView } from './MyView';
import type { Span } from './search';
import { useCalendar } from './useCalendar';

const may = 'my_schedule:view';
const backDays = 8;
const nearDays = 56;
const conflict = 409;

export function MyPage() {
  const asked = useSearch({ from: '/framed/my' });
  const address = useAddress();
  const remember = useRemember('my');
  const memory = useQuery(preferenceQuery('my')).data;
  const now = useNow(15_000);
  const here = new Date(now).toISOString().slice(0, 10);
  // Last night's shift and the whole of this week are part of it.
  const whyNobody = useSession()?.why_no_agent ?? undefined;
  const isAgent = whyNobody === undefined;
  const near = usePermitted(may, { ...myScheduleQuery(addDays(here, -backDays), nearDays), enabled: isAgent });
  const schedule = dataOf(near);
  const span: Span = (asked.span ?? memory?.span) === 'month' ? 'month' : 'week';
  const at = asked.day ?? schedule?.today;
  const days = schedule && at ? daysOf(span, at, schedule.week_start) : undefined;
  const isNear = days !== undefined && days.first >= addDays(here, -backDays) && days.last < addDays(here, nearDays - backDays);
  const shown = usePermitted(may, { ...myScheduleQuery(days?.first, 42), enabled: days !== undefined && !isNear });
  const notices = dataOf(usePermitted(may, { ...myNoticesQuery, enabled: isAgent })) ?? [];
  useLiveQuery(myTopic(schedule?.agent_id), myKey);
  const queries = useQueryClient();
  const saying = useIntent(acknowledge, () => {
    told('You have seen what changed');
    void queries.invalidateQueries({ queryKey: myKey });
  });
  const calendar = useCalendar(may, schedule !== undefined);
  const own = viewerZone();
  const isElsewhere = schedule !== undefined && own !== schedule.time_zone;
  const zone = isElsewhere && asked.clock !== 'unit' ? own : schedule?.time_zone;
  const isNobody = whyNobody ?? (near.state === 'failed' && near.problem.status === conflict ? near.problem.message : undefined);
  return (
    <div className={classes.page}>
      <PageHeader title="My schedule">
        {zone && (
          <Text size="sm" c="dimmed">
            Times of {zone}
            {isElsewhere && (
              <>
                {'. '}
                <Anchor component="button" type="button" size="sm" onClick={() => address({ clock: asked.clock === 'unit' ? undefined : 'unit' })}>
                  Show those of {zone === own ? schedule.time_zone : own}
                </Anchor>
              </>
            )}
          </Text>
        )}
      </PageHeader>
      <MyView
        near={near}
        shown={isNear ? schedule : dataOf(shown)}
        notices={notices}
        isNobody={isNobody}
        span={span}
        at={at}
        open={asked.day}
        zone={zone}
        now={now}
        saying={{ seen: () => saying.mutate(notices.map(({ id }) => id)), isSaying: saying.isPending, error: saying.error && toProblem(saying.error) }}
        calendar={calendar}
        onSpan={(next) => {
          remember({ span: next });
          address({ span: next });
        }}
        onMove={(day) => address({ day })}
        onOpen={(day) => address({ day })}
      />
    </div>
  );
}

function daysOf(span: Span, at: string, weekStart: Parameters<typeof weekOf>[1]): { first: string; last: string } {
  const first = weekOf(at, weekStart);
  const month = monthDays(at, weekStart);
  return span === 'week' ? { first, last: addDays(first, 6) } : { first: month[0] ?? first, last: month.at(-1) ?? first };
}
