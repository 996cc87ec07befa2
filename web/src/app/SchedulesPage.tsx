import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useMayIn } from '@/api/session';
import { NeedsPermission } from '@/components/NeedsPermission';
import { useAddress } from '@/components/useAddress';
import { EditorPage, type AtHand } from '@/features/schedule/editor/EditorPage';

const PublishDialog = lazy(() => import('@/features/publishing/PublishDialog').then((module) => ({ default: module.PublishDialog })));
const RevisionsDrawer = lazy(() => import('@/features/publishing/RevisionsDrawer').then((module) => ({ default: module.RevisionsDrawer })));

/** Schedules are edited and published: two features on one page. */
export function SchedulesPage() {
  return <EditorPage more={(at) => <Publishing {...at} />} />;
}

function Publishing({ managementUnitId, draftId }: AtHand) {
  const [open, setOpen] = useState<'publish' | 'revisions'>();
  const address = useAddress();
  const mayPublish = useMayIn('schedule:publish', managementUnitId);
  const close = () => setOpen(undefined);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen('revisions')}>Versions</Button>
      {draftId && (
        <NeedsPermission permission="schedule:publish" granted={mayPublish}>
          <Button size="xs" disabled={!mayPublish} onClick={() => setOpen('publish')}>Publish</Button>
        </NeedsPermission>
      )}
      <Suspense>
        {open === 'publish' && draftId && <PublishDialog managementUnitId={managementUnitId} draftId={draftId} onDone={close} />}
        {open === 'revisions' && (
          <RevisionsDrawer
            managementUnitId={managementUnitId}
            close={close}
            onLook={(version) => { close(); address({ draft: 'published', version: String(version) }, 'push'); }}
          />
        )}
      </Suspense>
    </>
  );
}
