import '@mantine/core/styles/NumberInput.css';
import { Alert, Button, Group, List, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck } from '@tabler/icons-react';
import type { Kind } from '@/api/organization';
import type { AgentEdit, BulkEditResult } from '@/api/types';
import { MutationProblem } from '@/components/MutationProblem';
import { formatNumber } from '@/lib/format';
import { ItemSelect } from '../items/ItemSelect';
import type { Scope } from '../items/places';
import classes from './Agents.module.css';
import { localToday } from './localToday';

interface BulkEditFormProps {
  scope: Scope;
  nameOf: (id: string) => string;
  busy: boolean;
  error: Error | null;
  result: BulkEditResult | undefined;
  apply: (change: AgentEdit) => void;
  close: () => void;
}

interface Wanted {
  management_unit_id: string | null;
  team_id: string | null;
  work_plan_id: string | null;
  add_skill: string | null;
  remove_skill: string | null;
}

const questions = [
  { name: 'management_unit_id', label: 'Management unit', wanted: 'management-units' },
  { name: 'team_id', label: 'Team', wanted: 'teams' },
  { name: 'work_plan_id', label: 'Work plan', wanted: 'work-plans' },
  { name: 'add_skill', label: 'Add skill', wanted: 'skills' },
  { name: 'remove_skill', label: 'Take away skill', wanted: 'skills' },
] as const satisfies readonly { name: keyof Wanted; label: string; wanted: Kind }[];

const nothing: Wanted = { management_unit_id: null, team_id: null, work_plan_id: null, add_skill: null, remove_skill: null };

/** One change for many; afterwards, who could not be changed and why. */
export function BulkEditForm({ scope, nameOf, busy, error, result, apply, close }: BulkEditFormProps) {
  const form = useForm({ initialValues: { ...nothing, level: 50, from: localToday() } });
  const { values } = form;
  const choose = (name: keyof Wanted, id: string | null) => {
    const team = name === 'team_id' ? scope.all.teams.find((one) => one.id === id) : undefined;
    // Nobody is in a team of another unit.
    form.setValues({ [name]: id, ...(team ? { management_unit_id: team.management_unit_id } : {}) });
  };
  const submit = ({ add_skill: add, remove_skill: remove, level, from, ...places }: typeof values) =>
    apply({
      ...Object.fromEntries(Object.entries(places).filter(([, id]) => id !== null)),
      ...(places.team_id || places.work_plan_id ? { from } : {}),
      ...(add ? { add_skills: [{ skill_id: add, level }] } : {}),
      ...(remove ? { remove_skills: [remove] } : {}),
    });
  if (result) {
    return <Done result={result} nameOf={nameOf} close={close} />;
  }
  return (
    <form noValidate onSubmit={form.onSubmit(submit)}>
      <Stack gap="sm">
        <MutationProblem error={error} />
        <Text size="sm" c="dimmed">What is left empty stays as it is.</Text>
        <div className={classes.pair}>
          {questions.map(({ name, label, wanted }) => (
            <ItemSelect
              key={name}
              label={label}
              wanted={wanted}
              kind="tenants"
              fields={{}}
              scope={scope}
              clearable
              empty="stays"
              value={values[name]}
              onChange={(id) => choose(name, id)}
            />
          ))}
          {values.add_skill && <NumberInput label="At level" hideControls min={0} max={100} allowDecimal={false} {...form.getInputProps('level')} />}
          {(values.team_id ?? values.work_plan_id) && <TextInput type="date" label="Team and work plan from" {...form.getInputProps('from')} />}
        </div>
        <Group justify="flex-end">
          <Button type="submit" loading={busy} disabled={questions.every(({ name }) => values[name] === null)}>Apply</Button>
        </Group>
      </Stack>
    </form>
  );
}

function Done({ result, nameOf, close }: Pick<BulkEditFormProps, 'nameOf' | 'close'> & { result: BulkEditResult }) {
  const { changed, unchanged, refused } = result;
  return (
    <Stack gap="sm">
      <Alert role="status" color={refused.length > 0 ? 'yellow' : 'teal'} icon={<IconCircleCheck aria-hidden />} title={`${formatNumber(changed)} changed`}>
        {formatNumber(unchanged)} were so already, {formatNumber(refused.length)} could not be changed.
      </Alert>
      {refused.length > 0 && (
        <List size="sm" aria-label="Who could not be changed">
          {refused.slice(0, 100).map(({ agent_id: id, reason }) => <List.Item key={id}>{nameOf(id)}: {reason}</List.Item>)}
        </List>
      )}
      <Group justify="flex-end"><Button onClick={close} data-autofocus>Done</Button></Group>
    </Stack>
  );
}
