import { usePermittedPages } from '@/api/loaded';
import { publishedTopic, publishingKey, revisionsQuery } from '@/api/publishing';
import { useMayIn } from '@/api/session';
import { useLiveQuery } from '@/api/useLive';
import { Show } from '@/components/Show';
import { SidePanel } from '@/components/SidePanel';
import { NoticesTable } from './NoticesTable';
import { RevisionsView } from './RevisionsView';
import { useRestore } from './usePublishing';
import { useUnitLook } from './useUnitLook';

export interface RevisionsProps {
  managementUnitId: string;
  /** Shows the schedule as it was with a version. */
  onLook: (version: number) => void;
}

/** The versions of a unit's published schedule. */
export function Revisions({ managementUnitId, onLook }: RevisionsProps) {
  const look = useUnitLook(managementUnitId);
  const revisions = usePermittedPages('schedule:view', revisionsQuery(managementUnitId));
  const making = useRestore();
  const mayPublish = useMayIn('schedule:publish', managementUnitId);
  useLiveQuery(publishedTopic(managementUnitId), publishingKey);
  return (
    <Show loaded={look} what="unit">
      {(unit) => (
        <RevisionsView
          revisions={revisions}
          look={unit}
          making={making}
          mayPublish={mayPublish}
          onLook={onLook}
          notices={(version) => <NoticesTable unit={managementUnitId} version={version} />}
        />
      )}
    </Show>
  );
}

export function RevisionsDrawer({ close, ...revisions }: RevisionsProps & { close: () => void }) {
  return (
    <SidePanel title="Versions" size="xl" close={close}>
      <Revisions {...revisions} />
    </SidePanel>
  );
}
