import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconSearchOff, IconUserPlus, IconUsers } from '@tabler/icons-react';
import type { Loaded, Pages } from '@/api/loaded';
import type { User } from '@/api/types';
import { DataTable, type Column } from '@/components/DataTable';
import { Instant } from '@/components/Instant';
import { LoadMore } from '@/components/LoadMore';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { SearchField } from '@/components/SearchField';
import { Show } from '@/components/Show';
import { NeedsPermission } from '@/components/NeedsPermission';
import { grantNames } from '../grants/GrantsField';
import { UserState } from './UserState';

interface UsersViewProps {
  users: Loaded<Pages<User>>;
  search: string;
  mayEdit: boolean;
  onSearch: (text: string) => void;
  onOpen: (id: string) => void;
}

const columnsOf = (onOpen: (id: string) => void): Column<User>[] => [
  {
    header: 'Name',
    cell: (user) => (
      <Anchor component="button" type="button" fw={600} size="sm" ta="left" onClick={() => onOpen(user.id)}>
        {user.display_name}
      </Anchor>
    ),
  },
  { header: 'User name', cell: (user) => user.user_name },
  { header: 'E-mail', cell: (user) => user.email ?? '' },
  {
    header: 'Access roles',
    cell: (user) => grantNames(user.grants) || <Text span inherit c="dimmed">no rights</Text>,
  },
  { header: 'State', cell: (user) => <UserState user={user} /> },
  { header: 'Last signed in', align: 'right', cell: (user) => <Instant at={user.last_signed_in_at} /> },
];

export function UsersView({ users, search, mayEdit, onSearch, onOpen }: UsersViewProps) {
  const create = (
    <NeedsPermission permission="users:edit" granted={mayEdit}>
      <Button size="xs" leftSection={<IconUserPlus size={16} />} disabled={!mayEdit} onClick={() => onOpen('new')}>
        New user
      </Button>
    </NeedsPermission>
  );
  return (
    <Panel title="Users" note="People who sign in to Muster." action={users.state === 'forbidden' ? undefined : create}>
      <Stack gap="sm">
        {users.state !== 'forbidden' && (
          <Group>
            <SearchField label="Search by name, user name or e-mail" value={search} onChange={onSearch} />
          </Group>
        )}
        <Show loaded={users} what="users">
          {(pages) =>
            pages.items.length === 0 ? (
              <NoUsers search={search} />
            ) : (
              <div>
                <DataTable label="Users" columns={columnsOf(onOpen)} rows={pages.items} rowKey={(user) => user.id} />
                <LoadMore pages={pages} what="users" />
              </div>
            )
          }
        </Show>
      </Stack>
    </Panel>
  );
}

function NoUsers({ search }: { search: string }) {
  return search ? (
    <Notice icon={IconSearchOff} title={`Nobody matches “${search}”`}>
      Search looks at the name, the user name and the e-mail address.
    </Notice>
  ) : (
    <Notice icon={IconUsers} title="No users yet">Create the first one; Muster makes a first password to pass on.</Notice>
  );
}
