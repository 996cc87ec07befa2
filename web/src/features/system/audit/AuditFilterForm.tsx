import { Button, Group, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { AuditFilter } from '@/api/audit';
import { viewerZone } from '@/lib/format';
import classes from './AuditFilterForm.module.css';

interface AuditFilterFormProps {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

/** The filter acts when it is sent, not at each key: an audit may be long. */
export function AuditFilterForm({ filter, onFilter }: AuditFilterFormProps) {
  const form = useForm({
    initialValues: {
      actor: filter.actor ?? '',
      entity: filter.entity ?? '',
      entity_id: filter.entity_id ?? '',
      from: filter.from ?? '',
      to: filter.to ?? '',
    },
    validate: { to: (value, all) => (value && all.from && value <= all.from ? 'Choose a time after “from”' : null) },
  });
  const submit = (values: typeof form.values) =>
    onFilter(Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim())));
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <form onSubmit={form.onSubmit(submit)} noValidate role="search" aria-label="Filter the audit">
      <div className={classes.filter}>
        <TextInput label="Actor" {...form.getInputProps('actor')} />
        <TextInput label="Entity" {...form.getInputProps('entity')} />
        <TextInput label="Entity id" {...form.getInputProps('entity_id')} />
        <TextInput type="datetime-local" label={`From, ${viewerZone()}`} {...form.getInputProps('from')} />
        <TextInput type="datetime-local" label={`To, ${viewerZone()}`} {...form.getInputProps('to')} />
        <Group gap="xs" wrap="nowrap">
          <Button type="submit" variant="default">Filter</Button>
          {isFiltered && <Button variant="subtle" onClick={() => onFilter({})}>Clear</Button>}
        </Group>
      </div>
    </form>
  );
}
