import { Button, Checkbox, Group, Input, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import type { DemandLayer, ForecastPart, LayerKind, Weekday } from '@/api/types';
import { Dialog } from '@/components/Dialog';
import { EditProblem, isSecond } from '../EditProblem';
import { weekdayLabel, weekdays } from '@/lib/dates';
import classes from '../Forecast.module.css';
import { numberAdvice, readNumber } from '../readNumber';
import { kindLabel } from './layers';
import type { LayerEdits } from './useLayerEdits';

interface LayerFormProps {
  part: ForecastPart;
  /** The version that was before the planner's eyes when it was opened. */
  opened: number;
  /** The one that is changed; absent for a new one. */
  layer?: DemandLayer;
  edits: LayerEdits;
  close: () => void;
}

interface Values {
  name: string;
  kind: LayerKind;
  value: string;
  from: string;
  through: string;
  start: string;
  end: string;
  weekdays: Weekday[];
}

const valueLabel: Record<LayerKind, string> = {
  add: 'Contacts more in each interval; less with a minus',
  multiply: 'Factor: 1.1 is 10 % more',
  set: 'Contacts in each interval',
  spread_total: 'Contacts in all intervals together',
};

const clock = (time: string | undefined) => ((time ?? '00:00').startsWith('00:00') ? '' : (time ?? '').slice(0, 5));

const layerOf = (values: Values, isOn: boolean): DemandLayer => ({
  name: values.name.trim(), kind: values.kind, value: readNumber(values.value) ?? 0, from: values.from, through: values.through, is_on: isOn,
  start: values.start || '00:00', end: values.end || '00:00', weekdays: values.weekdays.length === 7 ? null : values.weekdays,
});

/** A named change of some days, at some times. */
export function LayerForm({ part, opened, layer, edits, close }: LayerFormProps) {
  const others = part.layers.filter((one) => one.name !== layer?.name);
  const form = useForm<Values>({
    initialValues: {
      name: layer?.name ?? '',
      kind: layer?.kind ?? 'multiply',
      value: String(layer?.value ?? '1.1'),
      from: layer?.from ?? part.days[0]?.date ?? '',
      through: layer?.through ?? part.days.at(-1)?.date ?? '',
      start: clock(layer?.start),
      end: clock(layer?.end),
      weekdays: layer?.weekdays ?? [...weekdays],
    },
    validate: {
      name: (name) => (name.trim() === '' ? 'Give it a name, so that others know why.' : others.some((one) => one.name === name.trim()) ? 'Another layer has this name. Choose another one.' : null),
      value: (value) => (readNumber(value) === undefined ? numberAdvice : null),
      from: (from) => (from === '' ? 'Choose the first day.' : null),
      through: (through, { from }) => (through === '' || through < from ? 'Choose a day that is not before the first.' : null),
      weekdays: (days) => (days.length > 0 ? null : 'Choose at least one weekday.'),
    },
  });
  const [isSent, setSent] = useState(false);
  const error = isSent ? edits.error : null;
  const submit = async (values: Values) => {
    const put = (layers: readonly DemandLayer[]) => (layers.some(({ name }) => name === layer?.name)
      ? layers.map((one) => (one.name === layer?.name ? layerOf(values, one.is_on ?? true) : one))
      : [...layers, layerOf(values, layer?.is_on ?? true)]);
    setSent(true);
    // Who was told that somebody else came first may put it over what is there now.
    if (await edits.edit(put, isSecond(error) ? part.version : opened)) {
      close();
    }
  };
  return (
    <Dialog title={layer ? `Change ${layer.name}` : 'Add a layer'} close={close}>
      <form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
        <Stack gap="sm">
          <EditProblem error={error}>This layer was not saved. Save it again to put it over what is there now.</EditProblem>
          <TextInput label="Name" autoComplete="off" {...form.getInputProps('name')} />
          <div className={classes.pair}>
            <NativeSelect label="What it does" data={Object.entries(kindLabel).map(([value, label]) => ({ value, label }))} {...form.getInputProps('kind')} />
            <TextInput label={valueLabel[form.values.kind]} inputMode="decimal" {...form.getInputProps('value')} />
            <TextInput type="date" label="First day" {...form.getInputProps('from')} />
            <TextInput type="date" label="Last day" {...form.getInputProps('through')} />
            <TextInput type="time" label="From" description="Empty: the begin of the day." {...form.getInputProps('start')} />
            <TextInput type="time" label="Until" description="Empty: the end of the day." {...form.getInputProps('end')} />
          </div>
          <fieldset className={classes.plain}>
            <Input.Label component="legend" labelElement="div">Weekdays</Input.Label>
            <Group gap="sm">
              {weekdays.map((day) => (
                <Checkbox
                  key={day}
                  label={weekdayLabel(day)}
                  checked={form.values.weekdays.includes(day)}
                  onChange={() => form.setFieldValue('weekdays', (now) => weekdays.filter((one) => (one === day) !== now.includes(one)))}
                />
              ))}
            </Group>
            {form.errors.weekdays && <Input.Error mt={4}>{form.errors.weekdays}</Input.Error>}
          </fieldset>
          <Group justify="flex-end"><Button type="submit" loading={edits.busy}>{layer ? 'Save layer' : 'Add layer'}</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
