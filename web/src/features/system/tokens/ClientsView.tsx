import { Anchor, Button, Text } from '@mantine/core';
import { IconPlus, IconRobot } from '@tabler/icons-react';
import type { Loaded, Pages } from '@/api/loaded';
import type { Client } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Show } from '@/components/Show';
import { Tag } from '@/components/Tag';
import { grantNames } from '../grants/GrantsField';

interface ClientsViewProps {
  clients: Loaded<Pages<Client>>;
  mayEdit: boolean;
  onOpen: (id: string) => void;
}

const columnsOf = (onOpen: (id: string) => void): Column<Client>[] => [
  {
    header: 'Name',
    cell: (client) => (
      <Anchor component="button" type="button" fw={600} size="sm" ta="left" onClick={() => onOpen(client.id)}>
        {client.name}
      </Anchor>
    ),
  },
  { header: 'Client id', cell: (client) => <code>{client.client_id}</code> },
  { header: 'Access roles', cell: (client) => grantNames(client.grants) || <Text span inherit c="dimmed">no rights</Text> },
  { header: 'State', cell: (client) => (client.disabled ? <Tag kind="off">disabled</Tag> : <Tag kind="good">active</Tag>) },
  { header: 'Token life, min', align: 'right', cell: (client) => client.token_minutes },
  { header: 'Last used', align: 'right', cell: (client) => <Instant at={client.last_used_at} /> },
];

export function ClientsView({ clients, mayEdit, onOpen }: ClientsViewProps) {
  const create = (
    <NeedsPermission permission="clients:edit" granted={mayEdit}>
      <Button size="xs" leftSection={<IconPlus size={16} />} disabled={!mayEdit} onClick={() => onOpen('new')}>
        New API client
      </Button>
    </NeedsPermission>
  );
  return (
    <Panel
      title="API clients"
      note="Programs that get a token with a client id and a secret."
      action={clients.state === 'forbidden' ? undefined : create}
    >
      <Show loaded={clients} what="API clients">
        {(pages) =>
          pages.items.length === 0 ? (
            <Notice icon={IconRobot} title="No API clients yet">
              Create one for each program, so that each can be stopped on its own.
            </Notice>
          ) : (
            <>
              <DataTable label="API clients" columns={columnsOf(onOpen)} rows={pages.items} rowKey={(client) => client.id} />
              <LoadMore pages={pages} what="API clients" />
            </>
          )
        }
      </Show>
    </Panel>
  );
}
