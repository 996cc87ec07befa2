import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/SegmentedControl.css';
import { Button, Group, Input, MultiSelect, NativeSelect, Pill, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { builtScheduleQuery, buildsKey, createBuild } from '@/api/builds';
import { usePermitted } from '@/api/loaded';
import type { Build, BuiltSchedule } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { addDays, daysBetween, namedDate } from '@/lib/dates';
import classes from '../Schedule.module.css';

interface RebuildProps {
  build: Build;
  /** The management unit. */
  site: string;
  onMade: (made: Build) => void;
  close: () => void;
}

/** Some agents and some days of a build anew; everything else stays as it is. */
export function Rebuild(props: RebuildProps) {
  const loaded = usePermitted('schedule:view', builtScheduleQuery(props.build.id, props.site, 0));
  return (
    <SidePanel title="Rebuild a part" close={props.close}>
      <Show loaded={loaded} what="schedule">{(schedule) => <RebuildForm {...props} schedule={schedule} />}</Show>
    </SidePanel>
  );
}

interface Cell {
  agent_id: string;
  day: string;
}

const whole = (text: string) => (/^\d+$/.test(text) ? null : 'Write a whole number.');

function RebuildForm({ build, site, schedule, onMade }: RebuildProps & { schedule: BuiltSchedule }) {
  const queries = useQueryClient();
  const last = addDays(build.first_day, build.weeks * 7 - 1);
  const create = useIntent(createBuild, (made) => {
    told(`${made.name} is being built`);
    void queries.invalidateQueries({ queryKey: buildsKey });
    onMade(made);
  });
  const form = useForm({
    initialValues: { name: `${build.name}, a part anew`.slice(0, 200), agents: [] as string[], from: build.first_day, through: last, seconds: '30', locked: [] as Cell[] },
    validate: {
      from: (from, { through }) => (from <= through ? null : 'Choose a day up to the last.'),
      seconds: whole,
    },
  });
  const [isAll, setIsAll] = useState(false);
  const submit = ({ name, agents, from, through, seconds, locked }: typeof form.values) => {
    if (!isAll && agents.length === 0) {
      form.setFieldError('agents', 'Choose at least one agent, or everybody.');
      return;
    }
    create.mutate({
      business_unit_id: build.business_unit_id, name, forecast_id: build.forecast_id, first_day: build.first_day, weeks: build.weeks,
      management_unit_ids: [site], seconds: Number(seconds), restarts: 1, seed: build.seed, priority: build.priority,
      rebuild: {
        build_id: build.id,
        agent_ids: isAll ? null : agents,
        days: Array.from({ length: daysBetween(from, through) + 1 }, (_, index) => addDays(from, index)),
        locked,
      },
    }, { onError: (error) => form.setErrors(fieldErrors(error)) });
  };
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <MutationProblem error={create.error} shown={Object.keys(form.values)} />
        <TextInput label="Name" autoComplete="off" {...form.getInputProps('name')} />
        <fieldset className={classes.plain}>
          <Input.Label component="legend" labelElement="div">Who</Input.Label>
          <SegmentedControl
            size="xs"
            mb="xs"
            aria-label="Who"
            data={[{ value: 'some', label: 'Chosen agents' }, { value: 'all', label: 'Everybody, also who is new' }]}
            value={isAll ? 'all' : 'some'}
            onChange={(value) => setIsAll(value === 'all')}
          />
          {!isAll && (
            <MultiSelect
              aria-label="Agents"
              placeholder="Choose agents"
              searchable
              limit={200}
              data={schedule.agents.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('agents')}
            />
          )}
        </fieldset>
        <Group grow align="flex-start">
          <TextInput type="date" label="From" min={build.first_day} max={last} {...form.getInputProps('from')} />
          <TextInput type="date" label="Through" min={build.first_day} max={last} {...form.getInputProps('through')} />
        </Group>
        <LockedCells
          agents={schedule.agents.filter(({ id }) => isAll || form.values.agents.includes(id))}
          from={form.values.from}
          through={form.values.through}
          cells={form.values.locked}
          onChange={(cells) => form.setFieldValue('locked', cells)}
        />
        <TextInput label="Seconds" description="The search begins from the schedule as it is, and is never worse." inputMode="numeric" {...form.getInputProps('seconds')} />
        <Group justify="flex-end"><Button type="submit" loading={create.isPending}>Rebuild</Button></Group>
      </Stack>
    </form>
  );
}

interface LockedCellsProps {
  agents: readonly { id: string; name: string }[];
  from: string;
  through: string;
  cells: readonly Cell[];
  onChange: (cells: Cell[]) => void;
}

/** Days of chosen agents that stay as they are all the same. */
function LockedCells({ agents, from, through, cells, onChange }: LockedCellsProps) {
  const [agent, setAgent] = useState('');
  const [day, setDay] = useState('');
  const who = agents.some(({ id }) => id === agent) ? agent : (agents[0]?.id ?? '');
  const when = day >= from && day <= through ? day : from;
  const nameOf = (id: string) => agents.find((one) => one.id === id)?.name ?? 'Somebody';
  const same = (one: Cell, other: Cell) => one.agent_id === other.agent_id && one.day === other.day;
  const add = () => onChange([...cells.filter((cell) => !same(cell, { agent_id: who, day: when })), { agent_id: who, day: when }]);
  return (
    <fieldset className={classes.plain} disabled={agents.length === 0}>
      <Input.Label component="legend" labelElement="div">Keep all the same</Input.Label>
      <Input.Description mb={6}>Single days of the chosen agents that stay as they are.</Input.Description>
      <Group gap="xs" align="flex-end">
        <NativeSelect miw={160} aria-label="Agent to keep" data={agents.map(({ id, name }) => ({ value: id, label: name }))} value={who} onChange={({ currentTarget }) => setAgent(currentTarget.value)} />
        <TextInput type="date" aria-label="Day to keep" min={from} max={through} value={when} onChange={({ currentTarget }) => setDay(currentTarget.value)} />
        <Button variant="default" onClick={add}>Lock</Button>
      </Group>
      {cells.length > 0 && (
        <Pill.Group mt="xs">
          {cells.map((cell) => (
            <Pill
              key={`${cell.agent_id} ${cell.day}`}
              withRemoveButton
              removeButtonProps={{ 'aria-label': `Unlock ${nameOf(cell.agent_id)} on ${namedDate(cell.day)}`, 'aria-hidden': false, tabIndex: 0 }}
              onRemove={() => onChange(cells.filter((other) => !same(cell, other)))}
            >
              {`${nameOf(cell.agent_id)}, ${namedDate(cell.day)}`}
            </Pill>
          ))}
        </Pill.Group>
      )}
    </fieldset>
  );
}
