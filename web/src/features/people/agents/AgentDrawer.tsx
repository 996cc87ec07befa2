import { useMutation, useQueryClient } from '@tanstack/react-query';
import { usePermitted, usePermittedPages } from '@/api/loaded';
import { agentQuery, changeAgent, followAgain, historyQuery, peopleKey } from '@/api/people';
import { useMayIn } from '@/api/session';
import type { AgentDetails, AgentEdit, AgentField } from '@/api/types';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { useNow } from '@/lib/useNow';
import type { Scope } from '../items/places';
import { fullName } from './AgentSign';
import { AgentView } from './AgentView';

/** One agent, open over the list; the address names the agent. */
export function AgentDrawer({ id, scope, close }: { id: string; scope: Scope; close: () => void }) {
  const details = usePermitted('people:view', agentQuery(id));
  const title = details.state === 'full' ? fullName(details.data.agent) : 'Agent';
  return (
    <SidePanel title={title} close={close}>
      <Show loaded={details} what="agent">{(data) => <AgentEditor details={data} scope={scope} />}</Show>
    </SidePanel>
  );
}

function AgentEditor({ details, scope }: { details: AgentDetails; scope: Scope }) {
  const queries = useQueryClient();
  const { id } = details.agent;
  const history = usePermittedPages('people:view', historyQuery(id));
  const taken = (changed: AgentDetails) => {
    queries.setQueryData(agentQuery(id).queryKey, changed);
    void queries.invalidateQueries({ queryKey: peopleKey });
    told(`${fullName(changed.agent)} is saved`);
  };
  const change = useMutation({ mutationFn: (body: AgentEdit) => changeAgent(details, body), onSuccess: taken });
  const follow = useMutation({ mutationFn: (field: AgentField) => followAgain(details, field), onSuccess: taken });
  const reload = () => {
    change.reset();
    follow.reset();
    void queries.invalidateQueries({ queryKey: agentQuery(id).queryKey });
  };
  return (
    <AgentView
      details={details}
      history={history}
      scope={scope}
      now={useNow(1_000)}
      mayEdit={useMayIn('people:edit', details.agent.management_unit_id ?? undefined)}
      busy={change.isPending || follow.isPending}
      error={change.error ?? follow.error}
      change={(body, onError) => change.mutate(body, { onError })}
      takeBack={(field) => follow.mutate(field)}
      reload={reload}
    />
  );
}
