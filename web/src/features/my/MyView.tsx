import { ActionIcon, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { MyNotice, MySchedule } from '@/api/types';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { addDays, shortDate, weekFrom, weekOf } from '@/lib/dates';
import { CalendarLink, type CalendarLinkProps } from './CalendarLink';
import { Changed } from './Changed';
import { addMonths, lengthOf, monthDays, myDaysOf, paidMinutes } from './days';
import { Month } from './Month';
import classes from './My.module.css';
import type { Span } from './search';
import { Today } from './Today';
import { Week } from './Week';

export interface MyViewProps {
  /** Around now. */
  near: Loaded<MySchedule>;
  /** What the week or month shows. */
  shown: MySchedule | undefined;
  notices: readonly MyNotice[];
  /** Why the account has no schedule. */
  isNobody: string | undefined;
  span: Span;
  /** A day of the week or month that is shown. */
  at: string | undefined;
  open: string | undefined;
  zone: string | undefined;
  now: number;
  saying: { seen: () => void; isSaying: boolean; error: Error | null };
  calendar: CalendarLinkProps;
  onSpan: (span: Span) => void;
  onMove: (day: string) => void;
  onOpen: (day: string | undefined) => void;
}

const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** An agent's own schedule: today, what changed, week and month. */
export function MyView({ near, shown, notices, isNobody, now, zone, saying, calendar, ...rest }: MyViewProps) {
  if (isNobody !== undefined) {
    return <Notice icon={IconCalendarOff} title="No schedule is yours yet">{isNobody}</Notice>;
  }
  return (
    <Show loaded={near} what="schedule">
      {(schedule) => {
        const clock = zone ?? schedule.time_zone;
        return (
          <Stack gap="md" className={classes.page}>
            <Today mine={myDaysOf(schedule, clock)} now={now} />
            <Changed notices={notices} zone={clock} {...saying} />
            <Spans schedule={schedule} shown={shown} zone={clock} {...rest} />
            <CalendarLink {...calendar} />
          </Stack>
        );
      }}
    </Show>
  );
}

type SpansProps = Pick<MyViewProps, 'span' | 'at' | 'open' | 'onSpan' | 'onMove' | 'onOpen'> & {
  schedule: MySchedule;
  shown: MySchedule | undefined;
  zone: string;
};

function Spans({ schedule, shown, zone, span, at = schedule.today, open, onSpan, onMove, onOpen }: SpansProps) {
  const mine = myDaysOf(shown ?? schedule, zone);
  const first = weekOf(at, schedule.week_start);
  const [earlier, later] = span === 'week' ? [addDays(first, -7), addDays(first, 7)] : [addMonths(at, -1), addMonths(at, 1)];
  const days = span === 'week' ? weekFrom(first) : monthDays(at, schedule.week_start).filter((day) => day.slice(0, 7) === at.slice(0, 7));
  const paid = paidMinutes(mine, days);
  const title = span === 'week' ? `${shortDate(first)} to ${shortDate(addDays(first, 6))}` : monthName.format(new Date(`${at}T00:00:00Z`));
  return (
    <Panel
      title={title}
      note={paid > 0 ? `${lengthOf(paid)} paid` : 'Nothing is planned.'}
      action={
        <Group gap="xs">
          <SegmentedControl size="xs" aria-label="What is shown" data={[{ value: 'week', label: 'Week' }, { value: 'month', label: 'Month' }]} value={span} onChange={onSpan} />
          <ActionIcon variant="default" size="lg" aria-label="Earlier" onClick={() => onMove(earlier)}><IconChevronLeft size={18} /></ActionIcon>
          <ActionIcon variant="default" size="lg" aria-label="Later" onClick={() => onMove(later)}><IconChevronRight size={18} /></ActionIcon>
        </Group>
      }
    >
      {span === 'week'
        ? <Week mine={mine} first={first} open={open} onOpen={onOpen} />
        : <Month mine={mine} month={at} open={open} onOpen={onOpen} />}
      <Text size="xs" c="dimmed" mt="sm">Days are those of {schedule.time_zone}; a shift past midnight stands on the day on which it begins.</Text>
    </Panel>
  );
}
