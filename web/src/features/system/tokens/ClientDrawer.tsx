import { IconRobotOff } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accessRolesQuery } from '@/api/accessRoles';
import { changeClient, clientsQuery, rotateSecret, setClientGrants } from '@/api/clients';
import { usePermitted, type Loaded, type Pages } from '@/api/loaded';
import type { ChangeClient, Client, GrantRequest } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { Notice } from '@/components/Notice';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { ClientForm } from './ClientForm';

interface ClientDrawerProps {
  id: string;
  clients: Loaded<Pages<Client>>;
  mayEdit: boolean;
  close: () => void;
}

export function ClientDrawer({ id, clients, mayEdit, close }: ClientDrawerProps) {
  const client = clients.state === 'full' ? clients.data.items.find((one) => one.id === id) : undefined;
  return (
    <SidePanel close={close} title={client?.name ?? 'API client'}>
      <Show loaded={clients} what="API client">
        {() =>
          client ? (
            <ClientEditor client={client} mayEdit={mayEdit} />
          ) : (
            <Notice icon={IconRobotOff} title="This API client is not in the list">Load more of the list, then open it from there.</Notice>
          )
        }
      </Show>
    </SidePanel>
  );
}

function ClientEditor({ client, mayEdit }: { client: Client; mayEdit: boolean }) {
  const queries = useQueryClient();
  const roles = usePermitted('access_roles:view', accessRolesQuery);
  const reread = () => queries.invalidateQueries(clientsQuery);
  // The form stays busy until the list has the new version; a second change would meet the old one.
  const taken = async (message: string) => {
    await reread();
    told(message);
  };
  const change = useMutation({
    mutationFn: (body: ChangeClient) => changeClient(client, body),
    onSuccess: (changed) => taken(`The API client ${changed.name} is saved`),
  });
  const grant = useMutation({
    mutationFn: (grants: GrantRequest[]) => setClientGrants(client, grants),
    onSuccess: (changed) => taken(`The rights of ${changed.name} are changed`),
  });
  const rotate = useIntent(rotateSecret, () => void taken(`${client.name} has a new secret`));
  const afresh = (act: () => void) => {
    [change, grant, rotate].forEach((mutation) => mutation.reset());
    act();
  };
  return (
    <ClientForm
      client={client}
      roles={roles}
      mayEdit={mayEdit}
      busy={change.isPending || grant.isPending || rotate.isPending}
      error={change.error ?? grant.error ?? rotate.error}
      rotated={rotate.data}
      change={(body, onError) => afresh(() => change.mutate(body, { onError }))}
      setGrants={(grants) => afresh(() => grant.mutate(grants))}
      rotate={() => afresh(() => rotate.mutate(client.id))}
      reload={() => afresh(() => void reread())}
    />
  );
}
