import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePermittedPages } from '@/api/loaded';
import { useMay } from '@/api/session';
import { usersQuery } from '@/api/users';
import { useAddress } from '@/components/useAddress';
import { UsersView } from './UsersView';

const route = getRouteApi('/framed/system/users');
const NewUser = lazy(() => import('./NewUser').then((module) => ({ default: module.NewUser })));
const UserDrawer = lazy(() => import('./UserDrawer').then((module) => ({ default: module.UserDrawer })));
const typingMilliseconds = 200;

export function UsersPage() {
  const { search = '', user } = route.useSearch();
  const [settled] = useDebouncedValue(search, typingMilliseconds);
  const users = usePermittedPages('users:view', { ...usersQuery(settled), placeholderData: keepPreviousData });
  const address = useAddress();
  const mayEdit = useMay('users:edit');
  const close = () => address({ user: undefined }, 'push');
  return (
    <>
      <UsersView
        users={users}
        search={search}
        mayEdit={mayEdit}
        onSearch={(text) => address({ search: text })}
        onOpen={(id) => address({ user: id }, 'push')}
      />
      <Suspense>
        {user === 'new' && mayEdit && <NewUser close={close} />}
        {user !== undefined && user !== 'new' && <UserDrawer key={user} id={user} close={close} />}
      </Suspense>
    </>
  );
}
