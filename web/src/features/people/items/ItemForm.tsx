import { Alert, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArchive } from '@tabler/icons-react';
import type { ReactNode, SyntheticEvent } from 'react';
import { flushSync } from 'react-dom';
import { toProblem } from '@/api/problem';
import type { Fields, Item, Kind } from '@/api/organization';
import type { Zone } from '@/api/types';
import { ConfirmButton } from '@/components/ConfirmButton';
import { MutationProblem } from '@/components/MutationProblem';
import { capital, formatInstant } from '@/lib/format';
import { grouped } from '@/lib/grouped';
import { Field } from './Field';
import type { FieldProps } from './FieldProps';
import type { FieldSpec } from './fields';
import classes from './Items.module.css';
import { ItemSelect } from './ItemSelect';
import { kinds } from './kinds';
import { choicesFor, type Scope } from './places';

export interface ItemFormProps {
  kind: Kind;
  /** The item as it is; none for a new one. */
  item?: Item;
  /** What a new one belongs to, where that is not asked for. */
  preset?: Fields;
  scope: Scope;
  zones: readonly Zone[];
  mayEdit: boolean;
  busy: boolean;
  error: Error | null;
  /** For a new item all its fields, else those that are changed. */
  save: (fields: Fields, onError: (error: Error) => void) => void;
  remove?: () => void;
  restore?: () => void;
  reload?: () => void;
  /** What is said of the fields while they are written. */
  check?: (fields: Fields) => ReactNode;
}

/** "breaks[0].minutes", as the server names a field, is "breaks.0.minutes" in a form. */
const pathOf = (field: string): string => field.replaceAll(/\[(\d+)\]/g, '.$1');

const sameAs = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Any item of the organization, drawn from the table of kinds. */
export function ItemForm(props: ItemFormProps) {
  const { kind, item, preset, mayEdit, error, scope } = props;
  const { fields, owner, initial, one } = kinds[kind];
  const asksOwner = owner && !item && preset?.[owner.field] === undefined && !fields.some((spec) => spec.name === owner.field);
  const owners = asksOwner ? choicesFor(scope, owner.kind, owner.kind, {}) : [];
  const before: Fields = item ? { ...item } : { name: '', ...initial, ...preset, ...(owner && owners.length === 1 && { [owner.field]: owners[0]?.id }) };
  const form = useForm<Fields>({ initialValues: before });
  const removed = item?.removed_at ?? null;
  const readOnly = !mayEdit || removed !== null;
  const shown = shownOf(error, [...fields.map((spec) => spec.name), 'management_unit_id', ...(asksOwner ? [owner.field] : [])]);
  const submit = (values: Fields, event: SyntheticEvent<HTMLFormElement> | undefined) => {
    const place = event?.currentTarget;
    const changed = Object.entries(values).filter(([name, value]) => !item || !sameAs(value, before[name]));
    props.save(Object.fromEntries(changed), (problem) => {
      flushSync(() => form.setErrors(messagesOf(problem)));
      // A form may be longer than the screen: the reader is led to what is wrong.
      place?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    });
  };
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate>
      <Stack gap="sm">
        <MutationProblem error={error} shown={shown} reload={props.reload} />
        {removed && (
          <Alert color="gray" icon={<IconArchive aria-hidden />} title={`Removed on ${formatInstant(removed)}`}>
            Nothing new can use it. What used it before still names it.
          </Alert>
        )}
        {asksOwner && (
          <ItemSelect
            label={capital(kinds[owner.kind].one)}
            description="It stays there."
            wanted={owner.kind}
            kind={owner.kind}
            fields={{}}
            scope={scope}
            value={form.values[owner.field]}
            error={form.errors[owner.field]}
            onChange={(id) => form.setFieldValue(owner.field, id)}
          />
        )}
        {[...grouped(fields, (spec) => spec.section ?? '')].map(([section, specs]) => (
          <Section key={section} name={section} specs={specs} {...props} form={form} readOnly={readOnly} />
        ))}
        {!readOnly && props.check?.(form.values)}
        <Actions {...props} one={one} dirty={form.isDirty()} />
      </Stack>
    </form>
  );
}

/** Two messages for one field are told one below the other. */
function messagesOf(error: Error): Record<string, string> {
  const messages = grouped(toProblem(error).errors, (item) => pathOf(item.field));
  return Object.fromEntries([...messages].map(([field, all]) => [field, all.map((item) => item.message).join('\n')]));
}

/** Which of the named fields stand beside an input of this form. */
function shownOf(error: Error | null, names: readonly string[]): string[] {
  const errors = error ? toProblem(error).errors : [];
  return errors.map((item) => item.field).filter((field) => names.includes(pathOf(field).split('.')[0] ?? ''));
}

interface SectionProps extends Omit<FieldProps, 'spec'> {
  name: string;
  specs: FieldSpec[];
}

function Section({ name, specs, ...props }: SectionProps) {
  const fields = (
    <div className={classes.fields}>
      {specs.map((spec) => <Field key={spec.name} spec={spec} kind={props.kind} form={props.form} scope={props.scope} zones={props.zones} readOnly={props.readOnly} />)}
    </div>
  );
  return name === '' ? fields : (
    <fieldset className={classes.section}>
      <legend>{name}</legend>
      {fields}
    </fieldset>
  );
}

function Actions({ item, mayEdit, busy, one, dirty, remove, restore }: ItemFormProps & { one: string; dirty: boolean }) {
  if (!mayEdit) {
    return <Alert color="gray" p="xs">Changing this needs the permission organization:edit.</Alert>;
  }
  if (item?.removed_at) {
    return restore && <Group justify="flex-end"><Button size="xs" loading={busy} onClick={restore}>Restore</Button></Group>;
  }
  return (
    <Group justify="space-between">
      {item && remove ? (
        <ConfirmButton loading={busy} question={`${item.name} can be used no more until it is restored.`} onConfirm={remove}>Remove</ConfirmButton>
      ) : <span />}
      <Button type="submit" size="xs" loading={busy} disabled={!dirty}>{item ? 'Save' : `Create ${one}`}</Button>
    </Group>
  );
}
