import { NativeSelect, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { dataOf, type Loaded } from '@/api/loaded';
import type { ForecastPart, Requirement } from '@/api/types';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { formatNumber } from '@/lib/format';
import { openWeeks } from '../chart/points';
import type { Place } from '../choice/ForPart';
import { ShowPart } from '../choice/ShowPart';
import { shortDate, weekFrom, weekOf } from '@/lib/dates';
import classes from '../Forecast.module.css';
import { Difference, HeatTable } from './HeatTable';
import { valuesOf, type TermValues } from './terms';
import { TermsForm, type Answered } from './TermsForm';

export interface StaffingViewProps {
  part: Loaded<ForecastPart>;
  requirement: Loaded<Requirement>;
  /** By other terms; absent while none are asked for. */
  whatIf?: Loaded<Requirement>;
  place: Place;
  week: string | undefined;
  onWeek: (week: string) => void;
  mayEdit: boolean;
  saving: boolean;
  error: Error | null;
  save: (values: TermValues, answered: Answered) => void;
  ask: (values: TermValues) => void;
  /** What stands below: agents with several skills. */
  below?: (part: ForecastPart) => ReactNode;
}

export function StaffingView(props: StaffingViewProps) {
  return (
    <ShowPart part={props.part} place={props.place}>
      {(part) => <Staffing {...props} data={part} />}
    </ShowPart>
  );
}

function Staffing(props: StaffingViewProps & { data: ForecastPart }) {
  const { data: part, requirement, whatIf, place: { unit, chosen } } = props;
  const weeks = openWeeks(part.days, unit.week_start);
  const asked = props.week && weekOf(props.week, unit.week_start);
  const week = weeks.find((one) => one === asked) ?? weeks[0];
  const dates = week ? weekFrom(week) : [];
  const kept = valuesOf(part.staffing);
  const known = dataOf(requirement);
  return (
    <Stack gap="md">
      <div className={classes.halves}>
        <Panel title="Terms" note="What the requirement is reckoned by. Everybody sees it by these.">
          <TermsForm kept={kept} goals={chosen.goals} button="Save terms" readOnly={!props.mayEdit} busy={props.saving} error={props.error} send={props.save} />
        </Panel>
        <Panel title="What if" note="Other terms beside those that are kept. Nothing is changed by it.">
          <TermsForm kept={kept} isWhatIf goals={chosen.goals} button="Compare" busy={whatIf?.state === 'loading'} error={null} send={props.ask} />
        </Panel>
      </div>
      <NativeSelect
        label="Week"
        w={200}
        data={weeks.map((date) => ({ value: date, label: `Week of ${shortDate(date)}` }))}
        value={week}
        onChange={({ currentTarget: { value } }) => props.onWeek(value)}
      />
      <div className={whatIf ? classes.halves : undefined}>
        <Panel title="Agents required" note={`On queue in each interval, by the terms that are kept. Times of ${part.zone ?? unit.zone}.`}>
          <Show loaded={requirement} what="requirement">
            {(data) => <><Figures requirement={data} /><HeatTable label="Agents required" requirement={data} dates={dates} /></>}
          </Show>
        </Panel>
        {whatIf && (
          <Panel title="Agents required, what if" note="With the difference to the terms that are kept.">
            <Show loaded={whatIf} what="comparison">
              {(data) => <><Figures requirement={data} against={known} /><HeatTable label="Agents required, what if" requirement={data} dates={dates} against={known} /></>}
            </Show>
          </Panel>
        )}
      </div>
      {props.below?.(part)}
    </Stack>
  );
}

function Figures({ requirement, against }: { requirement: Requirement; against?: Requirement }) {
  return (
    <dl className={classes.figures}>
      <div>
        <dt>Most agents on queue at once</dt>
        <dd>{formatNumber(requirement.peak_agents)}{against && <Difference of={requirement.peak_agents - against.peak_agents} />}</dd>
      </div>
      <div>
        <dt>Paid hours, whole forecast, shrinkage included</dt>
        <dd>{formatNumber(Math.round(requirement.paid_hours))}{against && <Difference of={Math.round(requirement.paid_hours - against.paid_hours)} />}</dd>
      </div>
    </dl>
  );
}
