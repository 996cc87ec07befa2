import { Checkbox, Group, Input, NativeSelect, Switch, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { AssignmentField } from './AssignmentField';
import { BreaksField } from './BreaksField';
import type { FieldProps } from './FieldProps';
import { days, dayLabel, labelOf } from './fields';
import classes from './Items.module.css';
import { ItemSelect } from './ItemSelect';
import { NumberField } from './NumberField';
import { QueuesField } from './QueuesField';
import { SkillsField } from './SkillsField';
import { ZoneSelect } from './ZoneSelect';

/** The input of one field, with the server's word about it below. */
export function Field(props: FieldProps): ReactNode {
  const { spec, form, scope, kind, readOnly } = props;
  const common = { label: labelOf(spec), description: spec.description, readOnly };
  const input = form.getInputProps(spec.name) as { value: unknown; error?: ReactNode; onChange: (value: unknown) => void };
  switch (spec.type) {
    case 'text':
    case 'time':
    case 'colour':
      return (
        <TextInput
          {...common}
          type={spec.type === 'colour' ? 'color' : 'text'}
          placeholder={spec.type === 'time' ? '07:30' : undefined}
          disabled={readOnly && spec.type === 'colour'}
          required={!readOnly}
          withAsterisk={false}
          autoComplete="off"
          {...form.getInputProps(spec.name)}
          value={typeof input.value === 'string' ? input.value : ''}
        />
      );
    case 'number':
      return <NumberField spec={spec} path={spec.name} label={labelOf(spec)} form={form} readOnly={readOnly} />;
    case 'range':
      return <RangeField {...props} />;
    case 'flag':
      return (
        <Switch
          mt={22}
          {...common}
          error={input.error}
          checked={input.value === true}
          disabled={readOnly}
          onChange={(event) => form.setFieldValue(spec.name, event.currentTarget.checked)}
        />
      );
    case 'choice':
    case 'numberChoice':
      return (
        <NativeSelect
          {...common}
          disabled={readOnly}
          data={[...(spec.choices ?? [])]}
          error={input.error}
          value={String(input.value)}
          onChange={({ currentTarget: { value } }) => form.setFieldValue(spec.name, spec.type === 'choice' ? value : Number(value))}
        />
      );
    case 'zone':
      return <ZoneSelect {...common} zones={props.zones} clearable={Boolean(spec.optional)} error={input.error} value={input.value} onChange={input.onChange} />;
    case 'item':
      return (
        <ItemSelect
          {...common}
          wanted={spec.kind ?? 'skills'}
          kind={kind}
          fields={form.values}
          scope={scope}
          clearable={Boolean(spec.optional)}
          error={input.error}
          value={input.value}
          onChange={input.onChange}
        />
      );
    case 'days':
      return <DaysField {...props} />;
    case 'assignment':
      return <AssignmentField {...props} />;
    case 'breaks':
      return <BreaksField {...props} />;
    case 'queues':
      return <QueuesField {...props} />;
    case 'skills':
      return <SkillsField {...props} />;
  }
}

function RangeField({ spec, form, readOnly }: FieldProps) {
  const label = labelOf(spec);
  return (
    <fieldset className={classes.plain}>
      <Input.Label component="legend" labelElement="div">{label}</Input.Label>
      <div className={classes.pair}>
        {([['min', 'at least'], ['max', 'at most']] as const).map(([end, words]) => (
          <NumberField key={end} spec={spec} path={`${spec.name}.${end}`} label={words} name={`${label}, ${words}`} form={form} readOnly={readOnly} />
        ))}
      </div>
    </fieldset>
  );
}

function DaysField({ spec, form, readOnly }: FieldProps) {
  const { value, error } = form.getInputProps(spec.name) as { value: string[]; error?: ReactNode };
  return (
    <fieldset className={classes.plain} data-wide>
      <Input.Label component="legend" labelElement="div">{labelOf(spec)}</Input.Label>
      <Group gap="sm">
        {days.map((day) => (
          <Checkbox
            key={day}
            label={dayLabel(day)}
            checked={value.includes(day)}
            disabled={readOnly}
            onChange={() => form.setFieldValue(spec.name, days.filter((one) => (one === day) !== value.includes(one)))}
          />
        ))}
      </Group>
      {error && <Input.Error mt={4}>{error}</Input.Error>}
    </fieldset>
  );
}

