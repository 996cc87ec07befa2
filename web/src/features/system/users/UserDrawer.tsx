import { useMutation, useQueryClient } from '@tanstack/react-query';
import { accessRolesQuery } from '@/api/accessRoles';
import { usePermitted } from '@/api/loaded';
import { useMay } from '@/api/session';
import type { ChangeUser, GrantRequest, User } from '@/api/types';
import { useIntent } from '@/api/useIntent';
import { changeUser, resetPassword, setUserGrants, userQuery, usersKey } from '@/api/users';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { told } from '@/components/told';
import { UserForm } from './UserForm';

/** One user, open over the list; the address names the user. */
export function UserDrawer({ id, close }: { id: string; close: () => void }) {
  const user = usePermitted('users:view', userQuery(id));
  const title = user.state === 'full' ? user.data.display_name : 'User';
  return (
    <SidePanel close={close} title={title}>
      <Show loaded={user} what="user">
        {(data) => <UserEditor user={data} />}
      </Show>
    </SidePanel>
  );
}

function UserEditor({ user }: { user: User }) {
  const queries = useQueryClient();
  const roles = usePermitted('access_roles:view', accessRolesQuery);
  const mayEdit = useMay('users:edit');
  const taken = (changed: User, message: string) => {
    queries.setQueryData(userQuery(user.id).queryKey, changed);
    void queries.invalidateQueries({ queryKey: [...usersKey, 'list'] });
    told(message);
  };
  const change = useMutation({
    mutationFn: (body: ChangeUser) => changeUser(user, body),
    onSuccess: (changed, body) => taken(changed, doneSentence(changed, body)),
  });
  const grant = useMutation({
    mutationFn: (grants: GrantRequest[]) => setUserGrants(user, grants),
    onSuccess: (changed) => taken(changed, `The rights of ${changed.display_name} are changed`),
  });
  const reset = useIntent(resetPassword, (result) =>
    taken(result.user, `${user.display_name} has a new first password`),
  );
  const forget = () => [change, grant, reset].forEach((mutation) => mutation.reset());
  const afresh = (act: () => void) => {
    forget();
    act();
  };
  return (
    <UserForm
      user={user}
      roles={roles}
      mayEdit={mayEdit}
      busy={change.isPending || grant.isPending || reset.isPending}
      error={change.error ?? grant.error ?? reset.error}
      firstPassword={reset.data?.first_password}
      change={(body, onError) => afresh(() => change.mutate(body, { onError }))}
      setGrants={(grants) => afresh(() => grant.mutate(grants))}
      resetPassword={() => afresh(() => reset.mutate(user.id))}
      reload={() => afresh(() => void queries.invalidateQueries({ queryKey: usersKey }))}
    />
  );
}

function doneSentence(user: User, body: ChangeUser): string {
  if (body.disabled === undefined) {
    return `${user.display_name} is saved`;
  }
  return `${user.display_name} is ${body.disabled ? 'disabled' : 'enabled'}`;
}
