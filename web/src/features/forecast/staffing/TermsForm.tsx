import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Items } from '@/api/types';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import classes from '../Forecast.module.css';
import { isNumber, numberFields, type TermValues } from './terms';

interface TermsFormProps {
  /** What the fields begin with. */
  values: TermValues;
  /** Of a "what if": the kept terms, which stand where nothing is filled in. */
  kept?: TermValues;
  goals: readonly Items['service-goals'][];
  button: string;
  readOnly?: boolean;
  busy: boolean;
  error: Error | null;
  send: (values: TermValues, onError: (error: Error) => void) => void;
}

const usual: Partial<Record<keyof TermValues, string>> = { patience_seconds: 'all wait', handle_seconds: 'as learned' };

const wrong = (value: string) => (isNumber(value) ? null : 'Write a number, or leave it empty.');

/** What a requirement is reckoned by. */
export function TermsForm({ values, kept, goals, button, readOnly = false, busy, error, send }: TermsFormProps) {
  const form = useForm<TermValues>({
    initialValues: values,
    validate: Object.fromEntries([...numberFields.map(({ name }) => name), 'volume_percent'].map((name) => [name, wrong])),
  });
  const empty = kept ? 'As kept' : '80 % within 20 seconds';
  return (
    <form noValidate onSubmit={form.onSubmit((all) => send(all, (problem) => form.setErrors(fieldErrors(problem))))}>
      <Stack gap="sm">
        <MutationProblem error={error} shown={Object.keys(values).flatMap((name) => [name, `staffing.${name}`])} />
        <div className={classes.pair}>
          <NativeSelect
            label="Service goal"
            disabled={readOnly}
            data={[{ value: '', label: empty }, ...goals.map(({ id, name }) => ({ value: id, label: name }))]}
            {...form.getInputProps('service_goal_id')}
          />
          {kept && <TextInput label="Volume, %" placeholder="100" inputMode="decimal" {...form.getInputProps('volume_percent')} />}
          {numberFields.map(({ name, label, help }) => (
            <TextInput
              key={name}
              label={label}
              title={help}
              placeholder={(kept?.[name] ?? '') || usual[name]}
              inputMode="decimal"
              autoComplete="off"
              readOnly={readOnly}
              {...form.getInputProps(name)}
            />
          ))}
          <NativeSelect
            label="Meet the goal"
            disabled={readOnly}
            data={[...(kept ? [{ value: '', label: 'As kept' }] : []), { value: 'false', label: 'on days as forecast' }, { value: 'true', label: 'over uncertain days' }]}
            {...form.getInputProps('uncertain_days')}
          />
        </div>
        {!readOnly && (
          <Group justify="flex-end" gap="xs">
            {kept && <Button variant="default" type="button" onClick={() => { form.setValues(values); send(values, () => undefined); }}>Clear</Button>}
            <Button type="submit" loading={busy}>{button}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
