import { Button, Checkbox, Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { buildersQuery, buildsKey, createBuild } from '@/api/builds';
import type { Build, Items } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { addDays, weekOf } from '@/lib/dates';
import { formatDay } from '@/lib/format';
import classes from '../Schedule.module.css';
import type { Scheduling } from '../useScheduling';

interface NewBuildProps {
  data: Scheduling;
  unit: Items['business-units'];
  onMade: (made: Build) => void;
  close: () => void;
}

const usual = { seed: 1, priority: 5 };
const dayOf = (weekday: string) => weekday.charAt(0).toUpperCase() + weekday.slice(1);
const whole = (text: string) => (/^\d+$/.test(text) ? null : 'Write a whole number.');

/** Whether a build tells what is worked on the day before another begins. */
const isBefore = ({ state, first_day, weeks }: Build, day: string): boolean =>
  state === 'done' && day !== '' && first_day < day && addDays(first_day, weeks * 7) >= day;

/** For whom, from when, by which forecast, and how long to search. */
export function NewBuild({ data, unit, onMade, close }: NewBuildProps) {
  const queries = useQueryClient();
  const pool = useQuery(buildersQuery);
  const create = useIntent(createBuild, (made) => {
    told(`${made.name} is being built`);
    void queries.invalidateQueries({ queryKey: buildsKey });
    onMade(made);
  });
  const first = data.forecasts[0];
  const form = useForm({
    initialValues: {
      name: `Schedules of ${formatDay(new Date())}`,
      forecast_id: first?.id ?? '',
      first_day: first?.first_day ? weekOf(first.first_day, unit.week_start) : '',
      weeks: String(first?.weeks ?? 4),
      seconds: '60',
      restarts: '1',
      history_of: '',
      sites: data.sites.map(({ id }) => id),
    },
    validate: {
      first_day: (day) => (day ? null : `Choose the first day of a week, a ${dayOf(unit.week_start)}.`),
      weeks: whole,
      seconds: whole,
      restarts: whole,
      sites: (sites) => (sites.length > 0 ? null : 'Choose at least one management unit.'),
    },
  });
  const submit = ({ sites, weeks, seconds, restarts, history_of, ...rest }: typeof form.values) =>
    create.mutate(
      { ...usual, ...rest, business_unit_id: unit.id, management_unit_ids: sites, weeks: Number(weeks), seconds: Number(seconds), restarts: Number(restarts), history_of: history_of || null },
      { onError: (error) => form.setErrors(fieldErrors(error)) },
    );
  const before = data.builds.filter((build) => isBefore(build, form.values.first_day));
  const slots = pool.data?.reduce((sum, builder) => sum + builder.slots, 0);
  return (
    <SidePanel title="Build schedules" close={close}>
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <MutationProblem error={create.error} shown={Object.keys(form.values)} />
          <TextInput label="Name" autoComplete="off" {...form.getInputProps('name')} />
          <NativeSelect
            label="Forecast"
            description="Its requirement is to be met."
            data={data.forecasts.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.getInputProps('forecast_id')}
          />
          <TextInput type="date" label="First day" description={`A ${dayOf(unit.week_start)}: on it the weeks of ${unit.name} begin.`} {...form.getInputProps('first_day')} />
          {before.length > 0 && (
            <NativeSelect
              label="Worked before"
              description="Rest and days in a row go on from there."
              data={[{ value: '', label: 'Not known' }, ...before.map(({ id, name }) => ({ value: id, label: name }))]}
              {...form.getInputProps('history_of')}
            />
          )}
          <TextInput label="Weeks" inputMode="numeric" {...form.getInputProps('weeks')} />
          <fieldset className={classes.plain}>
            <Input.Label component="legend" labelElement="div">Management units</Input.Label>
            <Input.Description mb={6}>They share the requirement, by what their people can give.</Input.Description>
            <Checkbox.Group {...form.getInputProps('sites')}>
              <Stack gap={6}>{data.sites.map(({ id, name }) => <Checkbox key={id} value={id} label={name} />)}</Stack>
            </Checkbox.Group>
          </fieldset>
          <TextInput label="Seconds" description="How long each unit is searched. You can stop at any time and keep the best." inputMode="numeric" {...form.getInputProps('seconds')} />
          <TextInput label="Searches of each unit" description="Each from another seed, beside each other where builders are free; the best counts." inputMode="numeric" {...form.getInputProps('restarts')} />
          {slots === 0 && <Input.Error>No builder is running, so the build will wait. Start a node with the role builder.</Input.Error>}
          <Group justify="flex-end"><Button type="submit" loading={create.isPending}>Build</Button></Group>
        </Stack>
      </form>
    </SidePanel>
  );
}
