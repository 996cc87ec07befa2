import { Button, Stack } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { Loaded } from '@/api/loaded';
import type { Accuracy } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { capital, formatNumber } from '@/lib/format';
import { Chart } from '../chart/Chart';
import { Legend } from '../chart/Legend';
import { isMoved, type Point } from '../chart/points';
import { fullDate, shortDate, weekdayOf } from '@/lib/dates';
import { percent, signed, signedPercent } from '../percent';

type ByHorizon = Accuracy['horizons'][number];
type ByDay = Accuracy['days'][number];

const whole = (value: number) => formatNumber(Math.round(value));
const off = ({ layered, actual }: ByDay) => (actual > 0 ? signed(((layered - actual) / actual) * 100) : '–');

const horizonColumns: Column<ByHorizon>[] = [
  { header: 'Horizon', cell: ({ horizon }) => capital(horizon) },
  { header: 'Days', cell: ({ days }) => formatNumber(days), align: 'right' },
  { header: 'Error (WAPE), with layers', cell: ({ layered_wape }) => percent(layered_wape), align: 'right' },
  { header: 'Machine’s error', cell: ({ wape }) => percent(wape), align: 'right' },
  { header: 'Bias, with layers', cell: ({ layered_bias }) => signedPercent(layered_bias), align: 'right' },
  { header: 'Machine’s bias', cell: ({ bias }) => signedPercent(bias), align: 'right' },
  { header: 'Inside 80 % range', cell: ({ inside80 }) => percent(inside80), align: 'right' },
];

const dayColumns: Column<ByDay>[] = [
  { header: 'Day', cell: ({ date }) => fullDate(date) },
  { header: 'Intervals known', cell: ({ intervals }) => formatNumber(intervals), align: 'right' },
  { header: 'Came', cell: ({ actual }) => whole(actual), align: 'right' },
  { header: 'Forecast', cell: ({ layered }) => whole(layered), align: 'right' },
  { header: 'Machine', cell: ({ machine }) => whole(machine), align: 'right' },
  { header: 'Difference', cell: ({ layered, actual }) => signed(Math.round(layered - actual)), align: 'right' },
  { header: 'Difference, %', cell: off, align: 'right' },
];

const pointOf = ({ date, actual, layered, machine }: ByDay): Point => ({
  when: { date }, label: fullDate(date), tick: weekdayOf(date) === 'monday' ? shortDate(date) : undefined,
  actual, volume: layered, machine, low: null, high: null, low95: null, high95: null, again: null, agents: null, editable: false,
});

/** A forecast of days before, of which more may have come. */
interface Earlier {
  name: string;
  open: () => void;
}

/** What was said beside what came. */
export function AccuracyView({ accuracy, earlier }: { accuracy: Loaded<Accuracy>; earlier?: Earlier }) {
  return <Show loaded={accuracy} what="accuracy">{(data) => <Compared data={data} earlier={earlier} />}</Show>;
}

function Compared({ data, earlier }: { data: Accuracy; earlier: Earlier | undefined }) {
  if (data.days.length === 0) {
    return (
      <Notice
        icon={IconTargetArrow}
        title="Nothing has come yet"
        action={earlier && <Button size="xs" variant="default" onClick={earlier.open}>Look at “{earlier.name}”</Button>}
      >
        The forecast is compared with what comes, as soon as the history of its first day is brought in.
      </Notice>
    );
  }
  const points = data.days.map(pointOf);
  return (
    <Stack gap="md">
      <Panel title="By horizon" note="How well each part of the future was forecast, on the days that are known by now. Bias above 0 is too much.">
        <DataTable label="Accuracy by horizon" columns={horizonColumns} rows={data.horizons} rowKey={({ horizon }) => horizon} />
      </Panel>
      <Panel title="By day" note="Forecast and what came, of the intervals that are known.">
        <Chart label="Forecast and what came" points={points} />
        <Legend signs={points.some(isMoved) ? ['actual', 'volume', 'machine'] : ['actual', 'volume']} names={{ volume: 'Forecast, with layers' }} />
        <DataTable label="Accuracy by day" columns={dayColumns} rows={data.days} rowKey={({ date }) => date} />
      </Panel>
    </Stack>
  );
}
