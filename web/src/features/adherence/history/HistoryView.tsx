import { Alert, Button, CloseButton, Menu, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconCalendarOff, IconDatabaseOff, IconDownload, IconRefresh } from '@tabler/icons-react';
import { exportAddress, type HistoryAsk, type HistoryBy } from '@/api/adherenceHistory';
import { dataOf, type Loaded } from '@/api/loaded';
import type { AdherenceHistory } from '@/api/types';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { isDate } from '@/lib/dates';
import { formatInstant, formatNumber, viewerZone } from '@/lib/format';
import { DayBars } from './DayBars';
import { Figures } from './Figures';
import classes from './History.module.css';
import { HistoryTable } from './HistoryTable';
import { ranges, type Days, type Range } from './ranges';
import { barsOf, sorted, sumOf, type Sort } from './rows';

export interface HistoryViewProps {
  rows: Loaded<AdherenceHistory>;
  /** The same by day, for sums and chart. */
  days: Loaded<AdherenceHistory>;
  ask: HistoryAsk;
  /** Undefined: two days that somebody has chosen. */
  range: Range | undefined;
  units: readonly { id: string; name: string }[];
  sort: Sort | undefined;
  onUnit: (unit: string) => void;
  onRange: (range: Range) => void;
  onDays: (days: Days) => void;
  onBy: (by: HistoryBy) => void;
  onSort: (sort: Sort | undefined) => void;
  /** All days of an agent. */
  onAgent: (agent: string | undefined) => void;
  /** All agents of a day. */
  onDay: (day: string) => void;
  onAgentDay: (agent: string, day: string) => void;
}

/** How a unit has kept to its schedules, as far as it is stored. */
export function HistoryView(props: HistoryViewProps) {
  const days = dataOf(props.days);
  return (
    <div className={classes.history}>
      {props.rows.state !== 'forbidden' && <Choices {...props} />}
      <Show loaded={props.rows} what="history">
        {(data) => (
          <>
            <Missing data={data} to={props.ask.to} />
            {data.items.length === 0
              ? <Nothing data={data} />
              : (
                <>
                  {days && days.items.length > 0 && (
                    <div className={classes.above}>
                      <Figures seconds={sumOf(days.items.map(({ totals }) => totals))} />
                      <DayBars bars={barsOf(days.items)} />
                    </div>
                  )}
                  <HistoryTable {...props} rows={sorted(data.items, props.ask.by, props.sort)} />
                  <Foot data={data} />
                </>
              )}
          </>
        )}
      </Show>
    </div>
  );
}

const byNames: Record<HistoryBy, string> = { agent: 'Agents', team: 'Teams', unit: 'Units', day: 'Days', agent_day: 'Agents by day' };

function Choices({ ask, range, units, rows, onUnit, onRange, onDays, onBy, onAgent }: HistoryViewProps) {
  const agent = ask.agent && (dataOf(rows)?.items.find((row) => row.agent_id === ask.agent)?.agent ?? 'one agent');
  const setDay = (side: 'from' | 'to', value: string) => isDate(value) && onDays({ from: ask.from, to: ask.to, [side]: value });
  return (
    <div className={classes.bar} role="search" aria-label="History">
      {units.length > 1 && (
        <NativeSelect label="Unit" size="xs" data={units.map(({ id, name }) => ({ value: id, label: name }))} value={ask.unit} onChange={(event) => onUnit(event.currentTarget.value)} />
      )}
      <NativeSelect
        label="Range"
        size="xs"
        data={[...Object.entries(ranges).map(([value, label]) => ({ value, label })), ...(range ? [] : [{ value: '', label: 'Chosen days' }])]}
        value={range ?? ''}
        onChange={(event) => event.currentTarget.value && onRange(event.currentTarget.value as Range)}
      />
      <TextInput type="date" label="From" size="xs" value={ask.from} max={ask.to} onChange={(event) => setDay('from', event.currentTarget.value)} />
      <TextInput type="date" label="To" size="xs" value={ask.to} min={ask.from} onChange={(event) => setDay('to', event.currentTarget.value)} />
      {agent
        ? (
          <div className={classes.chip}>
            Days of {agent} <CloseButton size="sm" aria-label={`Show all agents again, not only ${agent}`} onClick={() => onAgent(undefined)} />
          </div>
        )
        : <NativeSelect label="A row for each of" size="xs" data={Object.entries(byNames).map(([value, label]) => ({ value, label }))} value={ask.by} onChange={(event) => onBy(event.currentTarget.value as HistoryBy)} />}
      <Export ask={ask} />
    </div>
  );
}

const files = [
  { what: 'history', format: 'csv', name: 'These rows as CSV' }, { what: 'history', format: 'xlsx', name: 'These rows as XLSX' },
  { what: 'exceptions', format: 'csv', name: 'Exceptions as CSV' }, { what: 'exceptions', format: 'xlsx', name: 'Exceptions as XLSX' },
] as const;

/** A file has all rows, however many: the browser fetches it. */
function Export({ ask }: { ask: HistoryAsk }) {
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />} className={classes.export}>Export</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {files.map(({ what, format, name }) => (
          <Menu.Item key={name} component="a" href={exportAddress(what, format, ask)} download>{name}</Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

const momentOf = (data: AdherenceHistory, at: string): string => {
  const zone = data.time_zone ?? viewerZone();
  return `${formatInstant(at, zone)} (${zone})`;
};

/** "Not yet" must not be taken for "nothing". */
function Missing({ data, to }: { data: AdherenceHistory; to: string }) {
  const until = data.stored_until;
  const isOpen = until !== null && data.items.length > 0 && new Date(until).toLocaleDateString('en-CA', { timeZone: data.time_zone ?? viewerZone() }) <= to;
  return (
    <>
      {isOpen && <Text size="sm" c="dimmed" role="status">Stored until {momentOf(data, until)}. What is later is not counted yet; Now shows it.</Text>}
      {data.recounting > 0 && (
        <Alert role="status" color="blue" p="xs" icon={<IconRefresh aria-hidden />}>
          {formatNumber(data.recounting)} {data.recounting === 1 ? 'day of an agent is' : 'days of agents are'} being judged anew, because something about them came late. Figures may still change.
        </Alert>
      )}
    </>
  );
}

function Nothing({ data }: { data: AdherenceHistory }) {
  if (data.stored_until === null) {
    return (
      <Notice icon={IconDatabaseOff} title="Nothing is stored yet">
        Results are stored by a node with the role <code>aggregator</code>, a quarter of an hour at a time. Look at System whether one runs.
      </Notice>
    );
  }
  return (
    <Notice icon={IconCalendarOff} title="Nothing in these days">
      Nobody was scheduled and nobody worked, as far as results are stored: {data.stored_from && `from ${momentOf(data, data.stored_from)} `}until {momentOf(data, data.stored_until)}. Choose other days or another unit.
    </Notice>
  );
}

function Foot({ data }: { data: AdherenceHistory }) {
  return (
    <Text size="sm" c="dimmed" role="status">
      {data.next_cursor === null
        ? `${formatNumber(data.items.length)} ${data.items.length === 1 ? 'row' : 'rows'}. Days are by the clock of ${data.time_zone ?? 'each unit'}.`
        : `The first ${formatNumber(data.items.length)} rows are shown and sorted. Choose fewer days, or export: a file has all.`}
    </Text>
  );
}
