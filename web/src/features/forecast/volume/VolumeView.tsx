import { Anchor, Button, Group, Kbd, NativeSelect, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { dataOf, type Loaded } from '@/api/loaded';
import type { ForecastPart, HistoryDays, Intraday, Requirement } from '@/api/types';
import { Panel } from '@/components/Panel';
import { formatNumber } from '@/lib/format';
import { Chart } from '../chart/Chart';
import { Legend, type Sign } from '../chart/Legend';
import { dayPoints, dayTotal, intervalPoints, isMoved, type Point, type When } from '../chart/points';
import type { Place } from '../choice/ForPart';
import { ShowPart } from '../choice/ShowPart';
import { fullDate, shortDate } from '@/lib/dates';
import { EditProblem, lostWords } from '../EditProblem';
import classes from '../Forecast.module.css';
import { DaysTable } from './DaysTable';
import { IntervalsTable } from './IntervalsTable';
import { editPlace, editSpan } from './layers';
import { SoFar } from './SoFar';
import { datesOf, readSpan, spanChoices, textOf, type Span } from './span';
import type { Change, LayerEdits } from './useLayerEdits';

// What stands beside and below comes after the chart and the table.
const HowMade = lazy(() => import('./HowMade').then((module) => ({ default: module.HowMade })));
const Layers = lazy(() => import('./Layers').then((module) => ({ default: module.Layers })));

export interface VolumeViewProps {
  part: Loaded<ForecastPart>;
  place: Place;
  /** What came before, and since. */
  history: Loaded<HistoryDays>;
  historyFrom: string;
  requirement: Loaded<Requirement>;
  /** Of the day that is looked at; absent where none is. */
  intraday?: Loaded<Intraday>;
  spanOf: (part: ForecastPart) => Span;
  onSpan: (span: Span) => void;
  mayEdit: boolean;
  edits: LayerEdits;
}

export function VolumeView(props: VolumeViewProps) {
  return (
    <ShowPart part={props.part} place={props.place}>
      {(part) => <Volume {...props} data={part} />}
    </ShowPart>
  );
}

function Volume(props: VolumeViewProps & { data: ForecastPart }) {
  const { data: part, historyFrom, edits, mayEdit, place: { unit } } = props;
  const [history, requirement] = [dataOf(props.history), dataOf(props.requirement)];
  useHotkeys([['mod+Z', () => edits.undo?.()]]);
  const span = props.spanOf(part);
  const dates = datesOf(span);
  const intraday = props.intraday && dataOf(props.intraday);
  const series = { part, history, requirement, intraday };
  const points = span.kind === 'all' ? dayPoints(series, historyFrom) : intervalPoints(series, dates);
  const put = mayEdit ? (change: Change) => edits.edit(change) : undefined;
  const onEdit = put && ((at: When, value: number) => put((layers) => editPlace(layers, at, part.minutes, value)));
  return (
    <div className={classes.beside}>
      <Stack gap="md" className={classes.grow}>
        <Panel title={titleOf(span, part)} note={noteOf(part)} action={<Tools {...props} span={span} />}>
          <EditProblem error={edits.error} lost={edits.lost}>{lostWords(edits.lost)} What you see is loaded anew; make your edits again if they are still wanted.</EditProblem>
          <Chart
            key={textOf(span)}
            label={span.kind === 'all' ? 'Contacts by day' : `Contacts by ${part.minutes} minutes`}
            points={points}
            withAgents
            onEdit={onEdit && ((point, value) => onEdit(point.when, value))}
          />
          <Absent what="What came before" loaded={props.history} />
          <Absent what="The agents required" loaded={props.requirement} />
          <Legend signs={signsOf(points)} />
          <Text size="xs" c="dimmed" mt={6}>{rangeWords(span)}</Text>
          {span.kind === 'day' && props.intraday && <SoFar loaded={props.intraday} />}
          <div className={classes.below}>
            {span.kind === 'all' ? (
              <DaysTable
                part={part}
                weekStart={unit.week_start}
                onDay={onEdit && ((date, value) => onEdit({ date }, value))}
                onSpan={put && ((from, through, value) => put((layers) => editSpan(layers, from, through, value)))}
                onWeek={(date) => props.onSpan({ kind: 'week', date })}
              />
            ) : (
              <IntervalsTable part={part} requirement={requirement} dates={dates} onEdit={onEdit} onDay={(date) => props.onSpan({ kind: 'day', date })} />
            )}
          </div>
          {mayEdit && (
            <Text size="xs" c="dimmed" mt="xs">
              Drag a point, or type over a number: 1250, or +10%. A new total is spread over its intervals. <Kbd size="xs">Ctrl Z</Kbd> takes the last edit back.
            </Text>
          )}
        </Panel>
        <Suspense><HowMade part={part} /></Suspense>
      </Stack>
      <Suspense><Layers part={part} mayEdit={mayEdit} edits={edits} /></Suspense>
    </div>
  );
}

function signsOf(points: readonly Point[]): Sign[] {
  const has = (key: 'actual' | 'low' | 'low95' | 'again' | 'agents') => points.some((point) => point[key] !== null);
  const there: Record<Sign, boolean> = { actual: has('actual'), volume: true, band: has('low'), wide: has('low95'), again: has('again'), machine: points.some(isMoved), agents: has('agents') };
  return (['actual', 'volume', 'again', 'band', 'wide', 'machine', 'agents'] as const).filter((sign) => there[sign]);
}

const rangeWords = (span: Span): string => (span.kind === 'all'
  ? 'In 80 of 100 cases a day ends within its 80 % range. It is learned from whole days of the past; the ranges of its intervals do not add up to it.'
  : 'In 80 of 100 cases what comes in an interval lies within its 80 % range. Intervals of a day err together: their ranges do not add up to one of the day.');

function titleOf(span: Span, part: ForecastPart): string {
  switch (span.kind) {
    case 'all':
      return 'Contacts by day';
    case 'week':
      return `Week of ${shortDate(span.date)}, by ${part.minutes} minutes`;
    case 'day':
      return `${fullDate(span.date)}, by ${part.minutes} minutes`;
  }
}

function noteOf(part: ForecastPart): string {
  const total = part.days.reduce((sum, day) => sum + dayTotal(day, day.volumes), 0);
  const machine = part.days.reduce((sum, day) => sum + dayTotal(day, day.machine), 0);
  const from = isMoved({ volume: total, machine }) ? ` (machine: ${formatNumber(Math.round(machine))})` : '';
  return `${formatNumber(Math.round(total))} contacts in the whole forecast${from}, times of ${part.zone ?? 'the unit'}`;
}

function Tools({ data, span, onSpan, mayEdit, edits, place }: VolumeViewProps & { data: ForecastPart; span: Span }) {
  return (
    <Group gap="xs">
      {mayEdit && (
        <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} disabled={!edits.undo || edits.busy} onClick={edits.undo}>
          Undo
        </Button>
      )}
      <NativeSelect
        size="xs"
        aria-label="What is shown"
        data={spanChoices(data, place.unit.week_start)}
        value={textOf(span)}
        onChange={({ currentTarget: { value } }) => onSpan(readSpan(value))}
      />
    </Group>
  );
}

/** Why a part of the chart is not drawn. */
function Absent({ what, loaded }: { what: string; loaded: Loaded<unknown> }) {
  return loaded.state === 'failed' && (
    <Text size="sm" role="alert" className={classes.positive}>
      {what} cannot be shown. {loaded.problem.message} <Anchor component="button" type="button" size="sm" underline="always" onClick={loaded.retry}>Try again</Anchor>
    </Text>
  );
}
