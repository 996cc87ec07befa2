import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type ChangeEvent, type SyntheticEvent } from 'react';
import type { Items } from '@/api/types';
import { fieldErrors } from '@/components/fieldErrors';
import { EditProblem } from '../EditProblem';
import classes from '../Forecast.module.css';
import { numberFields, wrongIn, type TermValues } from './terms';

export interface Answered {
  saved: () => void;
  refused: (error: Error) => void;
}

interface TermsFormProps {
  /** The terms that are kept; a field that is not typed in follows them. */
  kept: TermValues;
  isWhatIf?: boolean;
  goals: readonly Items['service-goals'][];
  button: string;
  readOnly?: boolean;
  busy: boolean;
  error: Error | null;
  send: (values: TermValues, answered: Answered) => void;
}

/** What stands below a field keeps labels and fields in their lines. */
const below: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error'];

const prefix = 'staffing.';

/** The server names a field of the terms by its way there. */
const errorsOf = (error: Error): Partial<TermValues> =>
  Object.fromEntries(Object.entries(fieldErrors(error)).map(([name, words]) => [name.startsWith(prefix) ? name.slice(prefix.length) : name, words]));

/** What a requirement is reckoned by. What was typed stays until it is saved, whatever others change meanwhile. */
export function TermsForm({ kept, isWhatIf = false, goals, button, readOnly = false, busy, error, send }: TermsFormProps) {
  const [typed, setTyped] = useState<Partial<TermValues>>({});
  const [errors, setErrors] = useState<Partial<TermValues>>({});
  const values = { ...kept, ...typed };
  const field = (name: keyof TermValues) => ({
    value: values[name],
    error: errors[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => {
      const others = Object.entries(typed).filter(([one]) => one !== name);
      setTyped(Object.fromEntries(value === kept[name] ? others : [...others, [name, value]]));
      setErrors({ ...errors, [name]: undefined });
    },
  });
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = wrongIn(values);
    setErrors(found);
    if (Object.keys(found).length === 0) {
      send(values, { saved: () => setTyped({}), refused: (problem) => setErrors(errorsOf(problem)) });
    }
  };
  const clear = () => {
    setTyped({});
    setErrors({});
    send(kept, { saved: () => undefined, refused: () => undefined });
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack gap="sm">
        <EditProblem error={error} shown={Object.keys(values).flatMap((name) => [name, prefix + name])}>
          Nothing was saved. What you typed is still here, the other fields show what is there now: save again if it is still wanted.
        </EditProblem>
        <div className={classes.fields}>
          <NativeSelect
            label="Service goal"
            disabled={readOnly}
            data={[{ value: '', label: '80 % within 20 seconds' }, ...goals.map(({ id, name }) => ({ value: id, label: name }))]}
            {...field('service_goal_id')}
          />
          {numberFields.map(({ name, label, help, usual }) => (
            <TextInput
              key={name}
              label={label}
              description={help}
              inputWrapperOrder={below}
              placeholder={usual}
              inputMode="decimal"
              autoComplete="off"
              readOnly={readOnly}
              {...field(name)}
            />
          ))}
          <NativeSelect
            label="Meet the goal"
            disabled={readOnly}
            data={[{ value: 'false', label: 'on days as forecast' }, { value: 'true', label: 'over uncertain days' }]}
            {...field('uncertain_days')}
          />
          {isWhatIf && (
            <TextInput
              label="Volume, %"
              description="Of the forecast. Empty: 100."
              inputWrapperOrder={below}
              placeholder="100"
              inputMode="decimal"
              autoComplete="off"
              {...field('volume_percent')}
            />
          )}
        </div>
        {!readOnly && (
          <Group justify="flex-end" gap="xs">
            {isWhatIf && <Button variant="default" type="button" onClick={clear}>Clear</Button>}
            <Button type="submit" loading={busy}>{button}</Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
