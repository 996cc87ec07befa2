import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { createDraft, schedulesKey } from '@/api/schedules';
import type { Draft } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { fullDate, shortDate } from '@/lib/dates';
import type { Editing } from './useEditing';

const fromPublished = '';

/** A draft begins with what is published, or with what a build has found. */
export function NewDraft({ data, onMade, close }: { data: Editing; onMade: (made: Draft) => void; close: () => void }) {
  const queries = useQueryClient();
  const { site, from } = data;
  const builds = data.builds.filter(({ state }) => state === 'done');
  const create = useIntent(createDraft, (made) => {
    told(`${made.name} can be edited`);
    void queries.invalidateQueries({ queryKey: [...schedulesKey, 'drafts'] });
    onMade(made);
  });
  const form = useForm({
    initialValues: { name: `${site.name} from ${shortDate(from)}`, build_id: fromPublished, first_day: from, days: '28' },
    validate: { days: (days) => (/^\d+$/.test(days) ? null : 'Write a whole number of days.') },
  });
  const build = builds.find(({ id }) => id === form.values.build_id);
  const submit = ({ name, build_id, first_day, days }: typeof form.values) =>
    create.mutate(
      build ? { management_unit_id: site.id, name, build_id } : { management_unit_id: site.id, name, first_day, days: Number(days) },
      { onError: (error) => form.setErrors(fieldErrors(error)) },
    );
  return (
    <SidePanel title="New draft" close={close}>
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <MutationProblem error={create.error} shown={Object.keys(form.values)} />
          <TextInput label="Name" autoComplete="off" {...form.getInputProps('name')} />
          <NativeSelect
            label="Begins with"
            data={[{ value: fromPublished, label: 'What is published' }, ...builds.map(({ id, name, first_day, weeks }) => ({ value: id, label: `${name}: ${weeks} weeks from ${fullDate(first_day)}` }))]}
            {...form.getInputProps('build_id')}
          />
          {!build && (
            <>
              <TextInput type="date" label="First day" {...form.getInputProps('first_day')} />
              <TextInput label="Days" inputMode="numeric" {...form.getInputProps('days')} />
            </>
          )}
          <Group justify="flex-end"><Button type="submit" loading={create.isPending}>Make draft</Button></Group>
        </Stack>
      </form>
    </SidePanel>
  );
}
