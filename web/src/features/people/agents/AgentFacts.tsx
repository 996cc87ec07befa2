import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Fields } from '@/api/organization';
import { fieldErrors } from '@/components/fieldErrors';
import { Panel } from '@/components/Panel';
import { agentFields, AgentFieldInputs, editOf } from './AgentFields';
import { Differs, type AgentViewProps } from './AgentView';

export function AgentFacts(props: AgentViewProps) {
  const { details, scope, mayEdit, busy, change } = props;
  const known: Fields = { ...details.agent, time_zone_id: details.time_zone_id };
  const before: Fields = Object.fromEntries(agentFields.map(({ name, wanted }) => [name, known[name] ?? (wanted ? null : '')]));
  const form = useForm<Fields>({ initialValues: before });
  const readOnly = !mayEdit || details.agent.removed_at !== null;
  return (
    <Panel title="Person">
      <form noValidate onSubmit={form.onSubmit((values) => change(editOf(before, values), (problem) => form.setErrors(fieldErrors(problem))))}>
        <Stack gap="sm">
          <AgentFieldInputs
            form={form}
            scope={scope}
            tenant={details.agent.tenant_id}
            readOnly={readOnly}
            below={(field) => <Differs {...props} field={field} />}
          />
          {!readOnly && <Group justify="flex-end"><Button type="submit" size="xs" loading={busy} disabled={!form.isDirty()}>Save person</Button></Group>}
        </Stack>
      </form>
    </Panel>
  );
}
