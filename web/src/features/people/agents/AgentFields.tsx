import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import type { AgentField } from '@/api/types';
import type { Fields, Kind } from '@/api/organization';
import { ItemSelect } from '../items/ItemSelect';
import type { Scope } from '../items/places';
import classes from './Agents.module.css';

interface Spec {
  name: string;
  label: string;
  /** The directory's name of it, if a directory tells of it. */
  source?: AgentField;
  wanted?: Kind;
}

/** What can be changed of an agent, but for what is dated. */
export const agentFields: readonly Spec[] = [
  { name: 'first_name', label: 'First name', source: 'name' },
  { name: 'last_name', label: 'Last name', source: 'name' },
  { name: 'employee_number', label: 'Employee number', source: 'employee_number' },
  { name: 'user_name', label: 'User name', source: 'user_name' },
  { name: 'email', label: 'E-mail', source: 'email' },
  { name: 'management_unit_id', label: 'Management unit', source: 'site', wanted: 'management-units' },
  { name: 'time_zone_id', label: 'Time zone', source: 'time_zone', wanted: 'time-zones' },
];

interface AgentFieldsProps {
  form: UseFormReturnType<Fields>;
  scope: Scope;
  tenant: string | null;
  readOnly: boolean;
  /** What stands below a field: where it differs from the directory. */
  below?: (field: AgentField) => ReactNode;
}

export function AgentFieldInputs({ form, scope, tenant, readOnly, below }: AgentFieldsProps) {
  return (
    <div className={classes.pair}>
      {agentFields.map(({ name, label, source, wanted }) => (
        <div key={name}>
          {wanted ? (
            <ItemSelect
              label={label}
              wanted={wanted}
              kind="sites"
              fields={{ tenant_id: tenant }}
              scope={scope}
              clearable
              readOnly={readOnly}
              value={form.values[name]}
              error={form.errors[name]}
              onChange={(id) => form.setFieldValue(name, id)}
            />
          ) : (
            <TextInput label={label} readOnly={readOnly} autoComplete="off" {...form.getInputProps(name)} />
          )}
          {source && name !== 'last_name' && below?.(source)}
        </div>
      ))}
    </div>
  );
}

/** Which fields the API empties by name instead of by null. */
const clearable: Record<string, string> = {
  employee_number: 'employee_number', user_name: 'user_name', email: 'email', management_unit_id: 'management_unit',
  time_zone_id: 'time_zone', team_id: 'team', work_plan_id: 'work_plan',
};

/** What is different, in the words of the API: an empty field is named, not sent. */
export function editOf(before: Fields, after: Fields): Fields {
  const changed = Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]));
  const isEmpty = (name: string, value: unknown) => name in clearable && (value === null || value === '');
  const clear = changed.flatMap(([name, value]) => (isEmpty(name, value) ? [clearable[name]] : []));
  const set = changed.filter(([name, value]) => !isEmpty(name, value));
  return { ...Object.fromEntries(set), ...(clear.length > 0 ? { clear } : {}) };
}
