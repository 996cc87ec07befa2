import { Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Fields } from '@/api/organization';
import { fieldErrors } from '@/components/fieldErrors';
import { Panel } from '@/components/Panel';
import { ItemSelect } from '../items/ItemSelect';
import { nameOf } from '../items/places';
import { editOf } from './AgentFields';
import classes from './Agents.module.css';
import type { AgentViewProps } from './AgentView';
import { localToday } from './localToday';

/** Team and work plan, each from a day on. */
export function AgentPlaces({ details, scope, mayEdit, busy, change }: AgentViewProps) {
  const { agent } = details;
  const before: Fields = { team_id: agent.team_id, work_plan_id: agent.work_plan_id };
  const form = useForm<Fields>({ initialValues: { ...before, from: localToday() } });
  const unit = scope.byId.get(agent.management_unit_id ?? '')?.item;
  const of = unit && 'business_unit_id' in unit ? { business_unit_id: unit.business_unit_id } : {};
  const save = ({ from, ...values }: Fields) =>
    change({ ...editOf(before, values), from: String(from) }, (problem) => form.setErrors(fieldErrors(problem)));
  const dirty = form.isDirty('team_id') || form.isDirty('work_plan_id');
  return (
    <Panel title="Team and work plan" note="What holds from a day on stays until the next.">
      <div className={classes.pair}>
        <Dated title="Teams" entries={details.teams} name={(id) => nameOf(scope, id)} />
        <Dated title="Work plans" entries={details.work_plans} name={(id) => nameOf(scope, id)} />
      </div>
      {mayEdit && !agent.removed_at && (
        <form noValidate onSubmit={form.onSubmit(save)}>
          <div className={classes.pair}>
            <ItemSelect
              label="Team"
              wanted="teams"
              kind="management-units"
              fields={of}
              scope={scope}
              clearable
              only={(team) => !('management_unit_id' in team) || team.management_unit_id === agent.management_unit_id}
              {...form.getInputProps('team_id')}
              value={form.values.team_id}
            />
            <ItemSelect label="Work plan" wanted="work-plans" kind="management-units" fields={of} scope={scope} clearable {...form.getInputProps('work_plan_id')} value={form.values.work_plan_id} />
            <TextInput type="date" label="From" {...form.getInputProps('from')} />
          </div>
          <Group justify="flex-end" mt="xs"><Button type="submit" size="xs" loading={busy} disabled={!dirty}>Save team and work plan</Button></Group>
        </form>
      )}
    </Panel>
  );
}

interface DatedProps {
  title: string;
  entries: readonly { from: string; id: string | null }[];
  name: (id: string | null) => string;
}

function Dated({ title, entries, name }: DatedProps) {
  return (
    <div>
      <Text size="sm" fw={600}>{title}</Text>
      {entries.length === 0 && <Text size="sm" c="dimmed">None.</Text>}
      <ul className={classes.list}>
        {[...entries].reverse().map((entry) => <li key={entry.from}>from {entry.from}: {name(entry.id) || 'none'}</li>)}
      </ul>
    </div>
  );
}
