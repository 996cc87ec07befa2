import { Text } from '@mantine/core';
import type { AdherenceDay, AdherenceException as Exception, JudgedStretch as Stretch } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Tag } from '@/components/Tag';
import { formatDuration, formatTime } from '@/lib/format';
import { Effect } from '../Effect';
import { actualWords } from '../stateWords';
import { ruleWords, verdictSigns, verdictWords } from '../verdicts';
import { ApproveButton, type ApprovingProps } from './Approving';

interface TableProps {
  day: AdherenceDay;
  /** By whose clock times are shown. */
  zone: string;
}

type Told = AdherenceDay['events'][number];
type ApproveProps = Pick<ApprovingProps, 'may' | 'approve' | 'isBusy'>;

const canApprove = ({ verdict }: Exception): boolean => verdict === 'out' || verdict === 'unscheduled';
const secondsOf = ({ start, end }: { start: string; end: string }): number => (Date.parse(end) - Date.parse(start)) / 1_000;
const verdictColumn = { header: 'Verdict', width: '122px', cell: ({ verdict }: Exception | Stretch) => <Tag kind={verdictSigns[verdict].kind}>{verdictWords[verdict]}</Tag> };
const impactColumn = { header: 'Impact', width: '64px', align: 'right' as const, cell: ({ impact }: Exception | Stretch) => <Effect impact={impact} /> };
const versionColumn = { header: 'Version', width: '70px', align: 'right' as const, cell: ({ day_version: version }: Exception | Stretch) => (version === 0 ? 'none' : version) };
const lengthColumn = { header: 'For', width: '104px', align: 'right' as const, cell: (row: Exception | Stretch) => formatDuration(secondsOf(row)) };

/** Where the agent was not as planned, with the reason; what is out or unscheduled may be approved. */
export function Exceptions({ day, zone, ...approving }: TableProps & ApproveProps) {
  if (day.exceptions.length === 0) {
    return <Text size="sm" c="dimmed">None: the agent did what was planned, as far as the day is judged.</Text>;
  }
  const columns: Column<Exception>[] = [
    { header: 'Time', width: '158px', cell: ({ start, end, is_open: open }) => `${formatTime(start, zone)}–${open ? 'now' : formatTime(end, zone)}` },
    lengthColumn, verdictColumn, impactColumn, { header: 'Why', cell: ({ reason }) => reason }, versionColumn,
    { header: 'Approval', width: '92px', cell: (one) => canApprove(one) && <ApproveButton exception={one} zone={zone} {...approving} /> },
  ];
  return <DataTable label="Exceptions" columns={columns} rows={day.exceptions} rowKey={({ start }) => start} />;
}

/** Every event of the agent, with who told it and when it came. */
export function Events({ day, zone }: TableProps) {
  if (day.events.length === 0) {
    return <Text size="sm" c="dimmed">No source told anything of the agent.</Text>;
  }
  const columns: Column<Told>[] = [
    { header: 'Time', width: '96px', cell: ({ at }) => <Clock at={at} day={day} zone={zone} /> },
    { header: 'State', cell: ({ state }) => state },
    { header: 'Reason code', cell: ({ reason }) => reason ?? '' },
    { header: 'Source', cell: ({ source }) => source },
    { header: 'Received', width: '240px', cell: (one) => <Received {...one} zone={zone} /> },
  ];
  return <DataTable label="Events" columns={columns} rows={day.events} rowKey={({ place }) => String(place)} />;
}

/** Of what happened before the day, the date as well. */
function Clock({ at, day, zone }: { at: string; day: AdherenceDay; zone: string }) {
  const isBefore = Date.parse(at) < Date.parse(day.from);
  return <time dateTime={at} title={at}>{formatTime(at, zone)}{isBefore && ' the day before'}</time>;
}

function Received({ at, received_at: received, late, zone }: Told & { zone: string }) {
  const seconds = (Date.parse(received) - Date.parse(at)) / 1_000;
  return <>{formatTime(received, zone)} {late && <Tag kind="wait">{`${formatDuration(seconds)} late`}</Tag>}</>;
}

/** How each stretch of the day was judged, and the rule that fired. */
export function Judged({ day, zone }: TableProps) {
  const columns: Column<Stretch>[] = [
    { header: 'Time', width: '158px', cell: ({ start, end }) => `${formatTime(start, zone)}–${formatTime(end, zone)}` },
    lengthColumn,
    { header: 'Scheduled', cell: ({ scheduled }) => scheduled?.name ?? 'nothing' },
    { header: 'Did', cell: ({ counts_as: actual }) => actualWords[actual] },
    verdictColumn, impactColumn, { header: 'The rule', cell: ({ rule }) => ruleWords[rule] }, versionColumn,
  ];
  return <DataTable label="Stretches of the day" columns={columns} rows={day.judged} rowKey={({ start }) => start} />;
}
