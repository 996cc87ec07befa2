import { Outlet } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { AreaTabs } from '@/components/AreaTabs';
import { PageHeader } from '@/components/PageHeader';
import { tabs } from './tabs';

export function AdherencePage() {
  const permissions = useHeld();
  const remember = useRemember('adherence');
  return (
    <>
      <PageHeader title="Adherence" />
      <AreaTabs label="Adherence" tabs={tabs} permissions={permissions} onOpen={(tab) => remember({ tab })} />
      <Outlet />
    </>
  );
}
