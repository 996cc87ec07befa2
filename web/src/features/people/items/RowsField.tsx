import { Button, Input, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { FieldProps } from './FieldProps';
import { labelOf } from './fields';
import classes from './Items.module.css';

interface RowsFieldProps<Row> extends FieldProps {
  /** What a row is called: "queue". */
  one: string;
  fresh: Row;
  none: string;
  /** Why none can be added now. */
  refused?: string;
  children: (row: Row, path: string) => ReactNode;
}

/** A list within a thing: rows to add, to fill in and to take away. */
export function RowsField<Row>({ spec, form, readOnly, one, fresh, none, refused, children }: RowsFieldProps<Row>) {
  const rows = (form.values[spec.name] ?? []) as Row[];
  const nameAt = (index: number) => `${one} ${index + 1}`;
  return (
    <fieldset className={classes.plain} data-wide>
      {spec.section !== spec.label && <Input.Label component="legend" labelElement="div">{labelOf(spec)}</Input.Label>}
      <Stack gap="xs">
        {rows.length === 0 && <Text size="sm" c="dimmed">{none}</Text>}
        {rows.map((row, index) => (
          // Rows have no identity of their own; their place is their name in the server's messages too.
          <div key={index} className={classes.row} role="group" aria-label={nameAt(index)}>
            <div className={classes.cells}>{children(row, `${spec.name}.${index}`)}</div>
            {!readOnly && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-xs"
                leftSection={<IconTrash size={14} aria-hidden />}
                aria-label={`Take away ${nameAt(index)}`}
                onClick={() => form.removeListItem(spec.name, index)}
              >
                Take away
              </Button>
            )}
            {form.errors[`${spec.name}.${index}`] && <Input.Error>{form.errors[`${spec.name}.${index}`]}</Input.Error>}
          </div>
        ))}
        {form.errors[spec.name] && <Input.Error>{form.errors[spec.name]}</Input.Error>}
        {!readOnly && (
          <div>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconPlus size={14} aria-hidden />}
              disabled={refused !== undefined}
              onClick={() => form.insertListItem(spec.name, fresh)}
            >
              Add a {one}
            </Button>
            {refused && <Text size="sm" c="dimmed" mt={4}>{refused}</Text>}
          </div>
        )}
      </Stack>
    </fieldset>
  );
}
