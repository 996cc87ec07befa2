import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import type { Fields } from '@/api/organization';
import { createAgent, peopleKey } from '@/api/people';
import { useIntent } from '@/api/useIntent';
import { Dialog } from '@/components/Dialog';
import { fieldErrors } from '@/components/fieldErrors';
import { MutationProblem } from '@/components/MutationProblem';
import { told } from '@/components/told';
import { ItemSelect } from '../items/ItemSelect';
import type { Scope } from '../items/places';
import { agentFields, AgentFieldInputs, editOf } from './AgentFields';
import { fullName } from './AgentSign';
import { localToday } from './localToday';

interface NewAgentProps {
  scope: Scope;
  close: () => void;
  onMade: (id: string) => void;
}

const empty: Fields = Object.fromEntries(agentFields.map(({ name, wanted }) => [name, wanted ? null : '']));

/** Somebody whom no directory knows. */
export function NewAgent({ scope, close, onMade }: NewAgentProps) {
  const queries = useQueryClient();
  const create = useIntent(createAgent, ({ agent }) => {
    told(`${fullName(agent)} is added`);
    void queries.invalidateQueries({ queryKey: peopleKey });
    onMade(agent.id);
  });
  const tenants = scope.all.tenants.filter((tenant) => tenant.removed_at === null);
  const form = useForm<Fields>({ initialValues: { ...empty, tenant_id: tenants.length === 1 ? tenants[0]?.id : null, reinstate_on: localToday() } });
  const tenant = form.values.tenant_id as string | null;
  const submit = (all: Fields) =>
    create.mutate(
      { tenant_id: tenant ?? '', agent: editOf({ ...empty, tenant_id: all.tenant_id }, all) },
      { onError: (problem) => form.setErrors(fieldErrors(problem)) },
    );
  return (
    <Dialog title="New agent" close={close}>
      <form noValidate onSubmit={form.onSubmit(submit)}>
        <Stack gap="sm">
          <MutationProblem error={create.error} shown={Object.keys(form.values)} />
          <ItemSelect label="Tenant" wanted="tenants" kind="tenants" fields={{}} scope={scope} value={tenant} error={form.errors.tenant_id} onChange={(id) => form.setFieldValue('tenant_id', id)} />
          <AgentFieldInputs form={form} scope={scope} tenant={tenant} readOnly={false} />
          <TextInput type="date" label="First day of employment" {...form.getInputProps('reinstate_on')} />
          <Group justify="flex-end"><Button type="submit" loading={create.isPending} disabled={!tenant}>Add agent</Button></Group>
        </Stack>
      </form>
    </Dialog>
  );
}
