import { Anchor } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { Panel } from '@/components/Panel';
import { Revisions } from './RevisionsDrawer';

/** The versions of a unit's schedule, as a page of their own. */
export function RevisionsPage() {
  const { site } = useSearch({ from: '/framed/schedule/versions' });
  const navigate = useNavigate();
  if (!site) {
    return (
      <Notice icon={IconCalendarQuestion} title="No unit is chosen" order={1} action={<Anchor component={Link} to="/schedule" size="sm">Open Schedule</Anchor>}>
        The address names no management unit. The page Schedule shows the versions of the unit that is open there.
      </Notice>
    );
  }
  return (
    <>
      <PageHeader title="Versions of the schedule" />
      <Panel title="Published" note="The latest first.">
        <Revisions managementUnitId={site} onLook={(version) => void navigate({ to: '/schedule', search: { site, version: String(version) } as object })} />
      </Panel>
    </>
  );
}
