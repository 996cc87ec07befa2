import '@mantine/core/styles/NumberInput.css';
import { Button, Checkbox, Group, Input, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Source, SourceFields } from '@/api/types';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import classes from './Sync.module.css';
import { levels, newSource, ownable, typeNames } from './sentences';

interface SourceFormProps {
  /** None: a new one. */
  source?: Source;
  readOnly: boolean;
  busy: boolean;
  error: Error | null;
  save: (body: SourceFields, onError: (error: Error) => void) => void;
  reload?: () => void;
}

type Type = Source['type'];

/** What each type of source needs to be found. */
const places: Record<Type, readonly { name: 'address' | 'token_file' | 'folder' | 'tenant'; label: string; description: string }[]> = {
  directory: [
    { name: 'address', label: 'Address', description: 'Empty: this installation’s own directory.' },
    { name: 'token_file', label: 'File with the access token', description: 'On every server; for a directory elsewhere.' },
  ],
  folder: [
    { name: 'folder', label: 'Folder', description: 'Its path, as every server sees it.' },
    { name: 'tenant', label: 'Tenant', description: 'Of files that name none.' },
  ],
  import: [{ name: 'tenant', label: 'Tenant', description: 'Of files that name none.' }],
};

const numbers = [
  { name: 'timeout_minutes', label: 'Minutes between full runs', description: '0: one at the start, then real time only.' },
  { name: 'brake_percent', label: 'Brake: more than, %', description: 'A run that would end more of the people stops and asks.' },
  { name: 'brake_people', label: 'Brake: more than, people', description: 'Likewise.' },
] as const;

const shown = ['name', 'type', 'level', 'owned_by_wfm', ...numbers.map(({ name }) => name), 'settings.address', 'settings.token_file', 'settings.folder', 'settings.tenant'];

export function SourceForm({ source, readOnly, busy, error, save, reload }: SourceFormProps) {
  const begin = source ?? newSource;
  const form = useForm({
    initialValues: {
      name: begin.name, type: begin.type, level: begin.level, timeout_minutes: begin.timeout_minutes,
      brake_percent: begin.brake_percent, brake_people: begin.brake_people, owned_by_wfm: [...begin.owned_by_wfm],
      settings: { address: begin.settings.address ?? '', token_file: begin.settings.token_file ?? '', folder: begin.settings.folder ?? '', tenant: begin.settings.tenant ?? '' },
    },
  });
  const { values } = form;
  const submit = ({ settings, ...rest }: typeof values) => {
    const asked = places[rest.type].map(({ name }) => [name, settings[name].trim() || null]);
    save({ ...rest, settings: Object.fromEntries(asked) as SourceFields['settings'] }, (problem) => form.setErrors(fieldErrors(problem)));
  };
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <MutationProblem error={error} shown={shown} reload={reload} />
        <div className={classes.pair}>
          <TextInput label="Name" readOnly={readOnly} autoComplete="off" {...form.getInputProps('name')} />
          <NativeSelect
            label="Type"
            disabled={source !== undefined}
            description={source && 'Does not change'}
            data={Object.entries(typeNames).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('type')}
          />
          {places[values.type].map(({ name, label, description }) => (
            <TextInput key={name} label={label} description={description} readOnly={readOnly} autoComplete="off" {...form.getInputProps(`settings.${name}`)} />
          ))}
          <NativeSelect
            label="Level"
            disabled={readOnly}
            data={levels}
            value={String(values.level)}
            error={form.errors.level}
            onChange={(event) => form.setFieldValue('level', Number(event.currentTarget.value))}
          />
          {numbers.map(({ name, label, description }) => (
            <NumberInput key={name} label={label} description={description} readOnly={readOnly} hideControls allowDecimal={name === 'brake_percent'} {...form.getInputProps(name)} />
          ))}
        </div>
        <fieldset className={classes.plain}>
          <Input.Label component="legend" labelElement="div">Owned by WFM</Input.Label>
          <Input.Description mb={6}>Of these fields the source says only the first value; changes are made here.</Input.Description>
          <Group gap="sm">
            {ownable.map((field) => (
              <Checkbox
                key={field}
                label={field.replaceAll('_', ' ')}
                disabled={readOnly}
                checked={values.owned_by_wfm.includes(field)}
                onChange={() => form.setFieldValue('owned_by_wfm', ownable.filter((one) => (one === field) !== values.owned_by_wfm.includes(one)))}
              />
            ))}
          </Group>
        </fieldset>
        {!readOnly && <Group justify="flex-end"><Button type="submit" size="xs" loading={busy} disabled={!form.isDirty()}>{source ? 'Save' : 'Create source'}</Button></Group>}
      </Stack>
    </form>
  );
}
