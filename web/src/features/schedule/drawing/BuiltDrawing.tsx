import { ActionIcon, Group, NativeSelect, Text, useComputedColorScheme } from '@mantine/core';
import { useElementSize, useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { builtScheduleQuery } from '@/api/builds';
import { usePermitted } from '@/api/loaded';
import type { Build, BuildUnit, BuiltSchedule } from '@/api/types';
import { Show } from '@/components/Show';
import { addDays, namedDate } from '@/lib/dates';
import classes from '../Schedule.module.css';
import { Coverage } from './Coverage';
import { paint, rowHeight } from './paint';
import { minutesOf, wordsOf } from './shifts';

interface BuiltDrawingProps {
  build: Build;
  unit: BuildUnit;
  name: string;
}

/** The best schedule so far. */
export function BuiltDrawing({ build, unit, name }: BuiltDrawingProps) {
  const loaded = usePermitted('schedule:view', builtScheduleQuery(build.id, unit.management_unit_id, unit.cost));
  return <Show loaded={loaded} what="schedule">{(schedule) => <Drawing build={build} schedule={schedule} name={name} />}</Show>;
}

export function Drawing({ build, schedule, name }: { build: Build; schedule: BuiltSchedule; name: string }) {
  const isNarrow = useMediaQuery('(max-width: 48em)');
  const [wanted, setWanted] = useState<'1' | '7'>();
  const span = Number(wanted ?? (isNarrow ? '1' : '7'));
  const [from, setFrom] = useState(0);
  const last = build.weeks * 7 - span;
  const first = Math.min(from, last);
  const [row, setRow] = useState(0);
  const days = Array.from({ length: span }, (_, index) => first + index);
  const dateOf = (day: number) => namedDate(addDays(build.first_day, day));
  const agent = schedule.agents[row];
  const move = (by: number) => setFrom(Math.max(0, Math.min(last, first + by)));
  return (
    <section aria-label={`Schedule of ${name}`}>
      <Group justify="space-between" mb={6} gap="xs">
        <Group gap="xs">
          <ActionIcon variant="default" aria-label="Earlier" disabled={first === 0} onClick={() => move(-span)}><IconChevronLeft size={16} /></ActionIcon>
          <Text size="sm" fw={600}>{span === 1 ? dateOf(first) : `${dateOf(first)} to ${dateOf(first + span - 1)}`}</Text>
          <ActionIcon variant="default" aria-label="Later" disabled={first >= last} onClick={() => move(span)}><IconChevronRight size={16} /></ActionIcon>
        </Group>
        <NativeSelect
          size="xs"
          aria-label="What is shown"
          data={[{ value: '1', label: 'A day' }, { value: '7', label: 'A week' }]}
          value={String(span)}
          onChange={({ currentTarget: { value } }) => setWanted(value === '1' ? '1' : '7')}
        />
      </Group>
      <Text size="sm" role="status" mb={6} className={classes.readout}>
        {agent ? `${agent.name}: ${days.map((day) => `${dateOf(day)} ${wordsOf(schedule, agent, day)}`).join('; ')}` : 'Nobody is scheduled.'}
      </Text>
      <Coverage schedule={schedule} first={first} span={span} />
      <Rows schedule={schedule} first={first} span={span} row={row} onRow={setRow} label={name} heads={days.map((day) => ({ name: dateOf(day), minutes: minutesOf(schedule, day) }))} />
    </section>
  );
}

interface RowsProps {
  schedule: BuiltSchedule;
  first: number;
  span: number;
  row: number;
  onRow: (row: number) => void;
  label: string;
  heads: readonly { name: string; minutes: number }[];
}

/** Everybody's shifts; only those in sight are drawn. */
function Rows({ schedule, first, span, row, onRow, label, heads }: RowsProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const region = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [top, setTop] = useState(0);
  const count = schedule.agents.length;
  const height = Math.min(440, count * rowHeight);
  const theme = useComputedColorScheme();
  useEffect(() => {
    if (canvas.current && width > 0) {
      paint(canvas.current, { schedule, first, span, top, width, height, row });
    }
  }, [schedule, first, span, top, width, height, row, theme]);
  const go = (to: number) => {
    const next = Math.max(0, Math.min(count - 1, to));
    onRow(next);
    const element = region.current;
    if (element) {
      element.scrollTop = Math.max((next + 1) * rowHeight - height, Math.min(element.scrollTop, next * rowHeight));
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const to: Record<string, number | undefined> = { ArrowUp: row - 1, ArrowDown: row + 1, PageUp: row - page, PageDown: row + page, Home: 0, End: count - 1 };
    const next = to[event.key];
    if (next !== undefined) {
      event.preventDefault();
      go(next);
    }
  };
  return (
    <>
      <div className={classes.heads} aria-hidden>{heads.map((head) => <span key={head.name} style={{ flexGrow: head.minutes }}>{head.name}</span>)}</div>
      <div
        ref={region}
        className={classes.rows}
        style={{ height }}
        role="region"
        aria-label={`Shifts of ${label}; arrow keys go from agent to agent`}
        tabIndex={0}
        onScroll={({ currentTarget: { scrollTop } }) => setTop(scrollTop)}
        onKeyDown={onKey}
        onClick={({ clientY, currentTarget }) => go(Math.floor((clientY - currentTarget.getBoundingClientRect().top + top) / rowHeight))}
      >
        <div ref={ref} style={{ height: count * rowHeight }}>
          <canvas ref={canvas} className={classes.canvas} style={{ width, height }} />
        </div>
      </div>
    </>
  );
}
