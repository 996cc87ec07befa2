import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle, IconChartAreaLine, IconInfoCircle, IconPlugConnectedX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Loaded } from '@/api/loaded';
import type { IntradayDay } from '@/api/types';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { formatTime, viewerZone } from '@/lib/format';
import { DayTable } from './DayTable';
import { Figures } from './Figures';
import { nowIn, shownIntervals } from './intervals';
import { Lines } from './Lines';
import classes from './Today.module.css';
import { clockAt, count } from './words';

export interface TodayViewProps {
  day: Loaded<IntradayDay>;
  /** The live connection is lost; what is shown is read now and then. */
  isLost: boolean;
}

/** Today: what was forecast beside what comes, and who is there for it. */
export function TodayView({ day, isLost }: TodayViewProps) {
  return <Show loaded={day} what="day">{(data) => <Full day={data} isLost={isLost} />}</Show>;
}

function Full({ day, isLost }: { day: IntradayDay; isLost: boolean }) {
  const intervals = shownIntervals(day);
  const now = nowIn(intervals, day.as_of);
  return (
    <div className={classes.today}>
      {isLost && (
        <Alert role="alert" color="yellow" icon={<IconPlugConnectedX aria-hidden />} title="The live connection is lost">
          What is shown is as of {formatTime(day.as_of, day.zone)}. It is read every few seconds until the connection is back, which needs nobody’s help.
        </Alert>
      )}
      {!day.forecast && <NoForecast />}
      {(day.forecast ?? day.known_until) && <Figures day={day} />}
      <Missing day={day} />
      {intervals.length > 0 && (
        <>
          <Charts day={day} intervals={intervals} now={now} />
          <Deviations day={day} />
          <DayTable intervals={intervals} zone={day.zone} now={now} />
          <Status day={day} />
        </>
      )}
    </div>
  );
}

function NoForecast() {
  return (
    <Notice icon={IconChartAreaLine} title="No forecast of today" action={<Anchor component={Link} to="/forecast" size="sm">Open Forecast</Anchor>}>
      Today compares what comes with a forecast that has this day. Import the history of the queues and make one; it appears here by itself.
    </Notice>
  );
}

/** What is not there yet, and what to do about it. */
function Missing({ day }: { day: IntradayDay }) {
  const { known_until: until, published, notes, unmapped_queues: unmapped } = day;
  return (
    <>
      {until === null && (
        <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title="No statistics of today">
          The telephone system has told nothing of these queues today. Let it send interval statistics to <code>/api/v2/wfm/events</code>, with the ids of the queues as the planning groups have them: see docs/events.md.
        </Alert>
      )}
      {published === false && (
        <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title="No published schedule of today">
          Without one nobody is scheduled, and no service level is predicted. <Anchor component={Link} to="/schedule" size="sm" underline="always">Open Schedule</Anchor>
        </Alert>
      )}
      {unmapped.length > 0 && (
        <Alert role="status" color="yellow" icon={<IconAlertTriangle aria-hidden />} title={unmapped.length === 1 ? 'A queue is in no planning group' : `${unmapped.length} queues are in no planning group`}>
          Their contacts count nowhere: {unmapped.map(({ queue, source, offered }) => `${queue} of ${source} (${count(offered)} today)`).join(', ')}. Put them into planning groups under{' '}
          <Anchor component={Link} to="/people/organization" size="sm" underline="always">Organization</Anchor>, with the same id.
        </Alert>
      )}
      {notes.length > 0 && (
        <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title="To be known">
          {notes.map((note) => <div key={note}>{note}</div>)}
        </Alert>
      )}
    </>
  );
}

function Charts({ day, intervals, now }: { day: IntradayDay; intervals: IntradayDay['intervals']; now: number }) {
  const times = intervals.map(({ start }) => clockAt(start, day.zone));
  const of = (value: (interval: IntradayDay['intervals'][number]) => number | null | undefined) => intervals.map((interval) => value(interval) ?? null);
  return (
    <div className={classes.charts}>
      <Lines
        label={`Contacts in ${day.minutes} minutes`}
        times={times}
        now={now}
        height={190}
        band={{ name: '80 % range', low: of(({ low }) => low), high: of(({ high }) => high) }}
        lines={[
          { name: 'Forecast', kind: 'planned', values: of(({ forecast }) => forecast?.offered) },
          { name: 'Came', kind: 'actual', values: of(({ actual }) => actual?.offered) },
          { name: 'Forecast again', kind: 'again', values: of(({ reforecast }) => reforecast?.offered) },
        ]}
      />
      <Lines
        label="Agents on queue"
        times={times}
        now={now}
        height={190}
        lines={[
          { name: 'Required', kind: 'required', values: of(({ required, required_again: again }) => again ?? required) },
          { name: 'Scheduled', kind: 'scheduled', values: of(({ scheduled }) => scheduled) },
          { name: 'On queue', kind: 'there', values: of(({ on_queue: there }) => there) },
        ]}
      />
    </div>
  );
}

function Deviations({ day: { deviations, known_until: until } }: { day: IntradayDay }) {
  return (
    <section aria-label="Largest deviations" className={classes.deviations}>
      <h2>Largest deviations</h2>
      {deviations.length > 0
        ? <ol>{deviations.map(({ sentence, kind, start, open }) => <li key={`${kind} ${start} ${sentence}`} data-open={open || undefined}>{sentence}</li>)}</ol>
        : <p>{until === null ? 'Nothing is known of today yet.' : 'Everything goes as planned.'}</p>}
    </section>
  );
}

function Status({ day: { as_of: asOf, zone, schedule_version: version, forecast } }: { day: IntradayDay }) {
  return (
    <p className={classes.status}>
      As of {formatTime(asOf, zone)}, times of {zone}{zone === viewerZone() ? '' : ' (not yours)'}. {forecast ? `Forecast “${forecast.name}”, s` : 'S'}chedule version {version}.
    </p>
  );
}
