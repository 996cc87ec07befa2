import { Outlet } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { AreaTabs } from '@/components/AreaTabs';
import { PageHeader } from '@/components/PageHeader';
import { tabs } from './tabs';

export function PeoplePage() {
  const permissions = useHeld();
  const remember = useRemember('people');
  return (
    <>
      <PageHeader title="People" />
      <AreaTabs label="People" tabs={tabs} permissions={permissions} onOpen={(tab) => remember({ tab })} />
      <Outlet />
    </>
  );
}
