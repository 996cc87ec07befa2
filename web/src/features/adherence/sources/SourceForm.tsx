import '@mantine/core/styles/NumberInput.css';
import { Button, Group, NativeSelect, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { EventSource, EventSourceFields, Items } from '@/api/types';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';

interface SourceFormProps {
  source: EventSource;
  /** None: they may not be seen. */
  switches: readonly Items['switches'][] | undefined;
  readOnly: boolean;
  busy: boolean;
  error: Error | null;
  save: (body: EventSourceFields, onError: (error: Error) => void) => void;
  reload: () => void;
}

const shown = ['name', 'switch_id', 'clock_offset_ms'];
const anySwitch = '';

export function SourceForm({ source, switches, readOnly, busy, error, save, reload }: SourceFormProps) {
  const form = useForm({
    initialValues: { name: source.name, switch_id: source.switch_id ?? anySwitch, clock_offset_ms: source.clock_offset_ms as number | string },
  });
  const { name, switch_id: chosen, clock_offset_ms: offset } = form.values;
  const own = (switches ?? []).filter((one) => one.tenant_id === source.tenant_id && (one.removed_at === null || one.id === source.switch_id));
  const submit = () => save(
    {
      name: name.trim(),
      ...(switches && (chosen === anySwitch ? { any_switch: true } : { switch_id: chosen })),
      clock_offset_ms: Number(offset) || 0,
    },
    (problem) => form.setErrors(fieldErrors(problem)),
  );
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <MutationProblem error={error} shown={shown} reload={reload} />
        <TextInput
          label="Name"
          description="Whoever sends must say the new name too, else a source of the old one is made anew; mappings under Rules name it as well."
          readOnly={readOnly}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        {switches && (
          <NativeSelect
            label="Switch"
            description="Where its logins are of, when a line names no switch."
            disabled={readOnly}
            data={[{ value: anySwitch, label: 'Any switch of the tenant' }, ...own.map((one) => ({ value: one.id, label: one.name }))]}
            {...form.getInputProps('switch_id')}
          />
        )}
        <NumberInput
          label="Clock offset, milliseconds"
          description="Added to the times that it tells: −2000 for a clock that is two seconds ahead."
          readOnly={readOnly}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('clock_offset_ms')}
        />
        {!readOnly && <Group justify="flex-end"><Button type="submit" size="xs" loading={busy} disabled={!form.isDirty()}>Save</Button></Group>}
      </Stack>
    </form>
  );
}
