import { Outlet } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { SystemView } from './SystemView';

export function SystemPage() {
  const permissions = useHeld();
  const remember = useRemember('system');
  return (
    <SystemView permissions={permissions} onOpen={(tab) => remember({ tab })}>
      <Outlet />
    </SystemView>
  );
}
