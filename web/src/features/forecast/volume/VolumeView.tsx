import { Alert, Button, Group, Kbd, NativeSelect, Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconUsers } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { Loaded } from '@/api/loaded';
import { toProblem } from '@/api/problem';
import type { DemandLayer, ForecastPart, HistoryDays, Requirement } from '@/api/types';
import { MutationProblem } from '@/components/MutationProblem';
import { Panel } from '@/components/Panel';
import { formatNumber } from '@/lib/format';
import { Chart } from '../chart/Chart';
import { Legend, type Sign } from '../chart/Legend';
import { dayPoints, dayTotal, intervalPoints, isMoved, type When } from '../chart/points';
import type { Place } from '../choice/ForPart';
import { ShowPart } from '../choice/ShowPart';
import { fullDate, shortDate } from '../dates';
import classes from '../Forecast.module.css';
import { DaysTable } from './DaysTable';
import { IntervalsTable } from './IntervalsTable';
import { editPlace, editSpan } from './layers';
import { datesOf, readSpan, spanChoices, textOf, type Span } from './span';
import type { LayerEdits } from './useLayerEdits';

// What stands beside and below comes after the chart and the table.
const HowMade = lazy(() => import('./HowMade').then((module) => ({ default: module.HowMade })));
const Layers = lazy(() => import('./Layers').then((module) => ({ default: module.Layers })));

export interface VolumeViewProps {
  part: Loaded<ForecastPart>;
  place: Place;
  /** What came before, and since; absent while it is not there. */
  history: HistoryDays | undefined;
  historyFrom: string;
  requirement: Requirement | undefined;
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
  const { data: part, history, historyFrom, requirement, edits, mayEdit, place: { unit } } = props;
  useHotkeys([['mod+Z', () => edits.undo?.()]]);
  const span = props.spanOf(part);
  const dates = datesOf(span);
  const series = { part, history, requirement };
  const points = span.kind === 'all' ? dayPoints(series, historyFrom) : intervalPoints(series, dates);
  const put = mayEdit ? (layers: DemandLayer[]) => edits.edit(layers) : undefined;
  const onEdit = put && ((at: When, value: number) => put(editPlace(part.layers, at, part.minutes, value)));
  return (
    <div className={classes.beside}>
      <Stack gap="md" className={classes.grow}>
        <Panel title={titleOf(span, part)} note={noteOf(part)} action={<Tools {...props} span={span} />}>
          <Problem error={edits.error} />
          <Chart
            key={textOf(span)}
            label={span.kind === 'all' ? 'Contacts by day' : `Contacts by ${part.minutes} minutes`}
            points={points}
            withAgents
            busy={edits.busy}
            onEdit={onEdit && ((point, value) => onEdit(point.when, value))}
          />
          <Legend signs={signsOf(points.some(isMoved), points.some((point) => point.actual !== null))} />
          <div className={classes.below}>
            {span.kind === 'all' ? (
              <DaysTable
                part={part}
                weekStart={unit.week_start}
                onDay={onEdit && ((date, value) => onEdit({ date }, value))}
                onSpan={put && ((from, through, value) => put(editSpan(part.layers, from, through, value)))}
                onWeek={(date) => props.onSpan({ kind: 'week', date })}
              />
            ) : (
              <IntervalsTable part={part} requirement={requirement} dates={dates} onEdit={onEdit} onDay={(date) => props.onSpan({ kind: 'day', date })} />
            )}
          </div>
          <Text size="xs" c="dimmed" mt="xs">The range of a day adds up those of its intervals: at least 80 % of the days should fall inside.</Text>
          {mayEdit && (
            <Text size="xs" c="dimmed">
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

const signsOf = (isChanged: boolean, hasHistory: boolean): Sign[] =>
  [...(hasHistory ? ['actual' as const] : []), 'volume', 'band', ...(isChanged ? ['machine' as const] : []), 'agents'];

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

/** Who comes second is told, and sees at once what is there now. */
function Problem({ error }: { error: Error | null }) {
  return error && toProblem(error).isConflict ? (
    <Alert role="alert" color="yellow" mb="sm" icon={<IconUsers aria-hidden />} title="Somebody else changed this forecast meanwhile">
      Your last edit was not saved. What you see is loaded anew; make your edit again if it is still wanted.
    </Alert>
  ) : (
    <MutationProblem error={error} />
  );
}
