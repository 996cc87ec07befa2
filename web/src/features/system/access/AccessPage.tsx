import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { accessRolesQuery, permissionsQuery } from '@/api/accessRoles';
import { usePermitted } from '@/api/loaded';
import { useMay } from '@/api/session';
import { useAddress } from '@/components/useAddress';
import { AccessView } from './AccessView';

const AccessRoleDrawer = lazy(() => import('./AccessRoleDrawer').then((module) => ({ default: module.AccessRoleDrawer })));
const route = getRouteApi('/framed/system/access');

export function AccessPage() {
  const { role } = route.useSearch();
  const roles = usePermitted('access_roles:view', accessRolesQuery);
  const permissions = usePermitted('access_roles:view', permissionsQuery);
  const mayEdit = useMay('access_roles:edit');
  const address = useAddress();
  return (
    <>
      <AccessView
        roles={roles}
        permissions={permissions}
        mayEdit={mayEdit}
        onOpen={(id) => address({ role: id }, 'push')}
      />
      <Suspense>
        {role !== undefined && (
          <AccessRoleDrawer
            key={role}
            id={role}
            roles={roles}
            permissions={permissions}
            mayEdit={mayEdit}
            close={() => address({ role: undefined }, 'push')}
          />
        )}
      </Suspense>
    </>
  );
}
