import { Checkbox, Stack } from '@mantine/core';
import type { Permission } from '@/api/types';
import { grouped } from '@/lib/grouped';
import classes from './PermissionsField.module.css';

interface PermissionsFieldProps {
  all: Permission[];
  chosen: string[];
  readOnly: boolean;
  onChange: (chosen: string[]) => void;
}

/** What cannot be changed can still be read. */
const readable = { label: { color: 'inherit' } };

/** The permissions by what they are about. */
export function PermissionsField({ all, chosen, readOnly, onChange }: PermissionsFieldProps) {
  const toggle = (name: string) =>
    onChange(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  return (
    <Stack gap="sm" mt={4}>
      {[...grouped(all, (permission) => permission.resource)].map(([resource, permissions]) => (
        <fieldset key={resource} className={classes.group}>
          <legend>{resource.replaceAll('_', ' ')}</legend>
          {permissions.map((permission) => (
            <Checkbox
              key={permission.name}
              size="sm"
              label={permission.verb}
              description={permission.sentence}
              checked={chosen.includes(permission.name)}
              disabled={readOnly}
              styles={readable}
              onChange={() => toggle(permission.name)}
            />
          ))}
        </fieldset>
      ))}
    </Stack>
  );
}
