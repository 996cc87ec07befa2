import { Anchor } from '@mantine/core';
import { IconCalendarQuestion } from '@tabler/icons-react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Notice } from '@/components/Notice';
import { PublishDialog } from './PublishDialog';

/** The address of a publish, to send to whoever is to do it. */
export function PublishPage() {
  const { site, draft } = useSearch({ from: '/framed/schedule/publish' });
  const navigate = useNavigate();
  if (!site || !draft) {
    return (
      <Notice icon={IconCalendarQuestion} title="Nothing to publish" order={1} action={<Anchor component={Link} to="/schedule" size="sm">Open Schedule</Anchor>}>
        The address names no management unit or no draft. Open a draft on the page Schedule and publish it there.
      </Notice>
    );
  }
  return <PublishDialog managementUnitId={site} draftId={draft} onDone={() => void navigate({ to: '/schedule/versions', search: { site } })} />;
}
