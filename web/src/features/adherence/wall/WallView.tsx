import { Alert, Anchor, Button, NativeSelect, Text } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay, IconPlugConnectedX, IconSearchOff, IconUserCheck, IconUsers, IconVolumeOff } from '@tabler/icons-react';
import { Fragment } from 'react';
import type { Loaded } from '@/api/loaded';
import type { Wall } from '@/api/types';
import { Notice } from '@/components/Notice';
import { SearchField } from '@/components/SearchField';
import { Show } from '@/components/Show';
import { formatNumber, formatTime } from '@/lib/format';
import { ZoneNote, type ShownZone } from '../ZoneNote';
import { WallClockContext, type WallClock } from './Lasting';
import { Rings } from './Rings';
import { countsOf, rowsOf, type Counts, type Shown } from './rows';
import classes from './Wall.module.css';
import { WallTable } from './WallTable';

/** A wall that was stopped to be read in peace. */
export interface Stopped {
  /** How many agents have changed since. */
  changed: number;
}

export interface WallViewProps {
  wall: Loaded<Wall>;
  clock: WallClock;
  stopped: Stopped | undefined;
  /** The live connection is lost; what is shown is read now and then. */
  isLost: boolean;
  times: ShownZone;
  units: readonly { id: string; name: string }[];
  shown: Shown;
  search: string;
  /** What is searched for by now; writing goes ahead of it. */
  found: string;
  onUnit: (unit: string) => void;
  onShown: (shown: Shown) => void;
  onSearch: (search: string) => void;
  onStop: (stop: boolean) => void;
  onOpen: (agent: string) => void;
  /** Shows a source by its name; absent: sources may not be seen. */
  onSource?: (source: string) => void;
}

/** The wall: how a unit keeps to its schedule, right now. */
export function WallView({ wall, ...props }: WallViewProps) {
  return (
    <Show loaded={wall} what="adherence">
      {(data) => <Full {...props} data={data} />}
    </Show>
  );
}

type FullProps = Omit<WallViewProps, 'wall'> & { data: Wall };

function Full(props: FullProps) {
  const { data, clock, isLost, times: { zone }, shown, found, onOpen } = props;
  const rows = rowsOf(data.agents, shown, found);
  const counts = countsOf(data.agents);
  return (
    <div className={classes.wall}>
      <Rings figures={data.figures} agents={data.agents.length} unknown={counts.unknown} />
      {isLost && (
        <Alert role="alert" color="yellow" icon={<IconPlugConnectedX aria-hidden />} title="The live connection is lost">
          What is shown is as of {formatTime(data.as_of, zone)}. It is read every few seconds until the connection is back, which needs nobody’s help.
        </Alert>
      )}
      <Silent {...props} />
      <Bar {...props} rows={rows.length} counts={counts} />
      {data.agents.length === 0 && (
        <Notice icon={IconUsers} title="Nobody to watch">Nobody is employed in this unit today. Put agents into it under People, or choose another unit.</Notice>
      )}
      {data.agents.length > 0 && rows.length === 0 && <Nobody shown={shown} found={found} />}
      {rows.length > 0 && <WallClockContext value={clock}><WallTable rows={rows} zone={zone} onOpen={onOpen} /></WallClockContext>}
    </div>
  );
}

function Silent({ data: { silent_sources: silent }, times: { zone }, onSource }: Pick<FullProps, 'data' | 'times' | 'onSource'>) {
  return silent.length > 0 && (
    <Alert role="status" color="gray" p="xs" icon={<IconVolumeOff aria-hidden />}>
      {silent.map(({ source, last_heard: heard }, index) => (
        <Fragment key={source}>{index > 0 && ', '}{onSource ? <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onSource(source)}>{source}</Anchor> : source} is silent since {formatTime(heard, zone)}</Fragment>
      ))}: what {silent.length === 1 ? 'its' : 'their'} agents do is unknown.
    </Alert>
  );
}

function Bar({ data, rows, times, clock, units, shown, search, stopped, onUnit, onShown, onSearch, onStop, counts }: FullProps & { rows: number; counts: Counts }) {
  return (
    <div className={classes.bar} role="search" aria-label="Agents">
      {units.length > 1 && (
        <NativeSelect aria-label="Management unit" data={units.map(({ id, name }) => ({ value: id, label: name }))} value={data.unit_id} onChange={(event) => onUnit(event.currentTarget.value)} />
      )}
      <SearchField label="Search by agent, team, activity or state" hint="Agent, team, activity or state" value={search} onChange={onSearch} />
      <Toggles shown={shown} counts={counts} onShown={onShown} />
      <Button
        size="xs"
        variant={stopped ? 'filled' : 'default'}
        leftSection={stopped ? <IconPlayerPlay size={15} aria-hidden /> : <IconPlayerPause size={15} aria-hidden />}
        onClick={() => onStop(!stopped)}
      >
        {stopped ? 'Go on' : 'Pause'}
      </Button>
      <div className={classes.status}>
        <Text span size="sm" role="status">
          {stopped ? `Paused at ${formatTime(clock.stoppedAt ?? data.as_of, times.zone)}, ${changedWords(stopped.changed)}.` : `${formatNumber(rows)} ${rows === 1 ? 'agent' : 'agents'}, schedule version ${data.schedule_version}.`}
        </Text>{' '}
        <ZoneNote {...times} />
      </div>
    </div>
  );
}

const changedWords = (count: number): string => (count === 0 ? 'nothing has changed since' : `${formatNumber(count)} ${count === 1 ? 'agent has' : 'agents have'} changed since`);

const choices = [
  { shown: undefined, name: 'All', count: 'all' }, { shown: 'out', name: 'Only out', count: 'out' }, { shown: 'unknown', name: 'Unknown', count: 'unknown' },
] as const;

function Toggles({ shown, counts, onShown }: { shown: Shown; counts: Counts; onShown: (shown: Shown) => void }) {
  return (
    <div className={classes.shown} role="group" aria-label="Which agents are shown">
      {choices.map((choice) => (
        <button key={choice.name} type="button" className={classes.toggle} aria-pressed={shown === choice.shown} onClick={() => onShown(choice.shown)}>
          {choice.name} <span className={classes.count}>{formatNumber(counts[choice.count])}</span>
        </button>
      ))}
    </div>
  );
}

function Nobody({ shown, found }: { shown: Shown; found: string }) {
  if (found) {
    return <Notice icon={IconSearchOff} title="Nobody matches">Search looks at agents, teams, scheduled activities and states. Take away a word to find more.</Notice>;
  }
  return shown === 'out'
    ? <Notice icon={IconUserCheck} title="Nobody is out">Everybody of whom something is known does what is scheduled. Who goes out of adherence appears here by itself.</Notice>
    : <Notice icon={IconUserCheck} title="Nobody is unknown">Of everybody who is scheduled it is known what they do.</Notice>;
}
