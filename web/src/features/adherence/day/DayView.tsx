import { ActionIcon, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import type { Loaded } from '@/api/loaded';
import type { AdherenceDay } from '@/api/types';
import { Instant } from '@/components/Instant';
import { MutationProblem } from '@/components/MutationProblem';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { addDays } from '@/lib/dates';
import { formatTime } from '@/lib/format';
import { ZoneNote, type ShownZone } from '../ZoneNote';
import { Approvals } from './Approvals';
import type { ApprovingProps } from './Approving';
import classes from './Day.module.css';
import { Events, Exceptions, Judged } from './DayTables';
import { Lanes } from './Lanes';
import { lanesOf, windowOfDay } from './drawn';
import { Totals } from './Totals';

export interface DayViewProps {
  day: Loaded<AdherenceDay>;
  now: number;
  times: ShownZone;
  onDay: (date: string) => void;
  approving: ApprovingProps;
}

export function DayView({ day, ...props }: DayViewProps) {
  return <Show loaded={day} what="day">{(data) => <Full {...props} day={data} />}</Show>;
}

function Full({ day, now, times, onDay, approving }: Omit<DayViewProps, 'day'> & { day: AdherenceDay }) {
  const { zone } = times;
  const window = windowOfDay(day);
  const isNothing = day.scheduled.length === 0 && day.events.length === 0;
  return (
    <Stack gap="lg">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          Judged up to {formatTime(day.as_of, zone)} by schedule version {day.schedule_version}. <ZoneNote {...times} />
        </Text>
        <Group gap={4}>
          <ActionIcon variant="default" aria-label="The day before" onClick={() => onDay(addDays(day.date, -1))}><IconChevronLeft size={16} /></ActionIcon>
          <ActionIcon variant="default" aria-label="The day after" onClick={() => onDay(addDays(day.date, 1))}><IconChevronRight size={16} /></ActionIcon>
        </Group>
      </Group>
      {isNothing ? (
        <Notice icon={IconCalendarOff} title="Nothing was planned, and nothing was told">
          Neither a published schedule nor an event has to do with this day. Maybe the agent was off, or the source does not know the agent.
        </Notice>
      ) : (
        <>
          <Totals totals={day.totals} />
          <Lanes lanes={lanesOf(day, window)} window={window} zone={zone} now={now} />
          <Section title="Exceptions">
            <Exceptions day={day} zone={zone} may={approving.may} approve={approving.approve} isBusy={approving.isBusy} />
            <MutationProblem error={approving.error} />
          </Section>
          {day.approvals.length > 0 && (
            <Section title="Approved"><Approvals day={day} zone={zone} may={approving.may} takeBack={approving.takeBack} isBusy={approving.isBusy} /></Section>
          )}
          <Section title="Events"><Events day={day} zone={zone} /></Section>
          <Section title="Stretch by stretch"><Judged day={day} zone={zone} /></Section>
          <Section title="Versions of the day"><Versions day={day} zone={zone} /></Section>
        </>
      )}
    </Stack>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Title order={3} size="h5" mb={4} id={id}>{title}</Title>
      {children}
    </section>
  );
}

function Versions({ day: { versions, judged }, zone }: { day: AdherenceDay; zone: string }) {
  if (versions.length === 0) {
    return <Text size="sm" c="dimmed">No schedule of this day was published.</Text>;
  }
  const used = new Set(judged.map(({ day_version: version }) => version));
  return (
    <ul className={classes.versions}>
      {versions.map(({ day_version: version, schedule_version: schedule, author, published_at: at, told_at: told }) => (
        <li key={version}>
          <b>Version {version}</b> of the day came with schedule version {schedule}, by {author}, <Instant at={at} zone={zone} />.{' '}
          {told ? <>The agent was told <Instant at={told} zone={zone} />.</> : 'The agent has not been told yet.'}
          {used.has(version) && ' It is judged by this one.'}
        </li>
      ))}
    </ul>
  );
}
