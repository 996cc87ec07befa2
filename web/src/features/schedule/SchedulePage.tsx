import { Outlet } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { useRemember } from '@/api/useRemember';
import { AreaTabs } from '@/components/AreaTabs';
import { PageHeader } from '@/components/PageHeader';
import { tabs } from './tabs';

/** The area: schedules as they are, and how they are built. */
export function SchedulePage() {
  const permissions = useHeld();
  const remember = useRemember('schedule');
  return (
    <>
      <PageHeader title="Schedule" />
      <AreaTabs label="Schedule" tabs={tabs} permissions={permissions} keepSearch onOpen={(tab) => remember({ tab })} />
      <Outlet />
    </>
  );
}
