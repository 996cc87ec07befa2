import { TextInput } from '@mantine/core';
import type { FieldProps } from './FieldProps';
import { RowsField } from './RowsField';

export function QueuesField(props: FieldProps) {
  const { form, readOnly } = props;
  return (
    <RowsField {...props} one="queue" fresh={{ id: '', name: '' }} none="No queue yet.">
      {(_, path) => (
        <>
          <TextInput label="Id, as events name it" readOnly={readOnly} {...form.getInputProps(`${path}.id`)} />
          <TextInput label="Name" readOnly={readOnly} {...form.getInputProps(`${path}.name`)} />
        </>
      )}
    </RowsField>
  );
}
