import { Button, Checkbox, Group, Input, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createForecast, forecastsQuery } from '@/api/forecasts';
import type { Forecast, Items, NewForecast as Asked } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { formatDay } from '@/lib/format';
import classes from '../Forecast.module.css';
import type { Chosen } from './useChosen';

interface NewForecastProps {
  chosen: Chosen;
  unit: Items['business-units'];
  onMade: (made: Forecast) => void;
  close: () => void;
}

interface Values {
  name: string;
  weeks: string;
  first_day: string;
  groups: string[];
  closed: string[];
  special: { date: string; name: string }[];
}

const bodyOf = (unit: string, all: number, { name, weeks, first_day, groups, closed, special }: Values): Asked => ({
  business_unit_id: unit,
  name,
  weeks: Number(weeks),
  first_day: first_day || undefined,
  planning_group_ids: groups.length === all ? null : groups,
  closed_days: closed,
  special_days: special,
});

/** The form's names for the server's: "special_days[0].name" is "special.0.name". */
const nameOf = (field: string) =>
  field.replace('planning_group_ids', 'groups').replace('closed_days', 'closed').replace('special_days', 'special').replaceAll(/\[(\d+)\]/g, '.$1');

/** Whether a field of the server's is one of the form's, where its message stands. */
const isShown = (field: string, { closed, special, ...rest }: Values) =>
  [...Object.keys(rest), 'closed', 'special', ...closed.map((_, row) => `closed.${row}`), ...special.flatMap((_, row) => [`special.${row}.date`, `special.${row}.name`])]
    .includes(nameOf(field));

const noDay = 'Choose a day, or take this one away.';

function wrongIn({ weeks, groups, closed, special }: Values): Record<string, string> {
  const checks: [isRight: boolean, field: string, words: string][] = [
    [/^\d+$/.test(weeks), 'weeks', 'Write a whole number of weeks, such as 4.'],
    [groups.length > 0, 'groups', 'Choose at least one planning group.'],
    ...closed.map((date, row): [boolean, string, string] => [date !== '', `closed.${row}`, noDay]),
    ...special.flatMap(({ date, name }, row): [boolean, string, string][] => [
      [date !== '', `special.${row}.date`, noDay],
      [name.trim() !== '', `special.${row}.name`, 'Name what is special, such as a mailing.'],
    ]),
  ];
  return Object.fromEntries(checks.flatMap(([isRight, field, words]) => (isRight ? [] : [[field, words]])));
}

/** What is to be forecast, and which days are unlike others. */
export function NewForecast({ chosen, unit, onMade, close }: NewForecastProps) {
  const queries = useQueryClient();
  const create = useIntent(createForecast, (made) => {
    told(`${made.name} is being made`);
    queries.setQueryData(forecastsQuery(unit.id).queryKey, (all) => all && [made, ...all.filter((one) => one.id !== made.id)]);
    void queries.invalidateQueries(forecastsQuery(unit.id));
    onMade(made);
  });
  const last = chosen.forecasts[0];
  const form = useForm<Values>({
    initialValues: {
      name: `Forecast of ${formatDay(new Date())}`,
      weeks: '4',
      first_day: '',
      groups: chosen.groups.map((group) => group.id),
      closed: (last?.closed_days ?? []).map(String),
      special: (last?.special_days ?? []).map(({ date, name }) => ({ date, name })),
    },
    validate: wrongIn,
  });
  const submit = (values: Values) =>
    create.mutate(bodyOf(unit.id, chosen.groups.length, values), {
      onError: (error) => form.setErrors(Object.fromEntries(Object.entries(fieldErrors(error)).map(([field, words]) => [nameOf(field), words]))),
    });
  const shown = create.error ? Object.keys(fieldErrors(create.error)).filter((field) => isShown(field, form.values)) : [];
  return (
    <SidePanel title="New forecast" close={close}>
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <MutationProblem error={create.error} shown={shown} />
          <TextInput label="Name" autoComplete="off" {...form.getInputProps('name')} />
          <TextInput label="Weeks" inputMode="numeric" {...form.getInputProps('weeks')} />
          <TextInput type="date" label="First day" description="Empty: the day after the history's last." {...form.getInputProps('first_day')} />
          <fieldset className={classes.plain}>
            <Input.Label component="legend" labelElement="div">Planning groups</Input.Label>
            <Stack gap={6}>
              {chosen.groups.map(({ id, name }) => (
                <Checkbox
                  key={id}
                  label={name}
                  checked={form.values.groups.includes(id)}
                  onChange={() => form.setFieldValue('groups', (now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))}
                />
              ))}
            </Stack>
            {form.errors.groups && <Input.Error mt={4}>{form.errors.groups}</Input.Error>}
          </fieldset>
          <Days
            legend="Closed days"
            help="Nothing comes in on these days, of the past and to come."
            rows={form.values.closed}
            error={form.errors.closed}
            add={() => form.insertListItem('closed', '')}
            remove={(index) => form.removeListItem('closed', index)}
          >
            {(index) => <TextInput type="date" aria-label={`Closed day ${index + 1}`} {...form.getInputProps(`closed.${index}`)} />}
          </Days>
          <Days
            legend="Special days"
            help="Days of one name share what was learned of them: a mailing, Black Friday."
            rows={form.values.special}
            error={form.errors.special}
            add={() => form.insertListItem('special', { date: '', name: '' })}
            remove={(index) => form.removeListItem('special', index)}
          >
            {(index) => (
              <>
                <TextInput type="date" aria-label={`Special day ${index + 1}`} {...form.getInputProps(`special.${index}.date`)} />
                <TextInput aria-label={`Name of special day ${index + 1}`} placeholder="Name" {...form.getInputProps(`special.${index}.name`)} />
              </>
            )}
          </Days>
          <Group justify="flex-end"><Button type="submit" loading={create.isPending}>Make forecast</Button></Group>
        </Stack>
      </form>
    </SidePanel>
  );
}

interface DaysProps {
  legend: string;
  help: string;
  rows: readonly unknown[];
  error: ReactNode;
  add: () => void;
  remove: (index: number) => void;
  children: (index: number) => ReactNode;
}

function Days({ legend, help, rows, error, add, remove, children }: DaysProps) {
  const one = legend.toLowerCase().replace(/s$/, '');
  return (
    <fieldset className={classes.plain}>
      <Input.Label component="legend" labelElement="div">{legend}</Input.Label>
      <Input.Description mb={6}>{help}</Input.Description>
      <Stack gap={6}>
        {rows.map((_, index) => (
          // Rows have no identity of their own; their place is their name in the server's messages too.
          <Group key={index} gap="xs" wrap="nowrap" align="flex-start">
            {children(index)}
            <Button variant="subtle" color="gray" size="compact-sm" aria-label={`Take away ${one} ${index + 1}`} onClick={() => remove(index)}>
              <IconTrash size={15} aria-hidden />
            </Button>
          </Group>
        ))}
        <div><Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>Add a {one}</Button></div>
        {error && <Input.Error>{error}</Input.Error>}
      </Stack>
    </fieldset>
  );
}
