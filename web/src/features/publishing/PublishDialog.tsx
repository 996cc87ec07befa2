import { useQuery, useQueryClient } from '@tanstack/react-query';
import { usePermittedPages } from '@/api/loaded';
import { differencesKey, differencesQuery, draftBreachesQuery } from '@/api/publishing';
import { useMayIn } from '@/api/session';
import type { Published } from '@/api/types';
import { Dialog } from '@/components/Dialog';
import { Show } from '@/components/Show';
import { usePublish } from './usePublishing';
import { useUnitLook } from './useUnitLook';
import { PublishView } from './PublishView';

export interface PublishDialogProps {
  managementUnitId: string;
  draftId: string;
  /** Called when it is closed: with what was published, if anything was. */
  onDone: (published: Published | undefined) => void;
}

/** Publishes a draft: the differences, the conflicts, the receipt. */
export function PublishDialog({ managementUnitId, draftId, onDone }: PublishDialogProps) {
  const making = usePublish();
  const queries = useQueryClient();
  const differences = usePermittedPages('schedule:view', { ...differencesQuery(draftId), enabled: !making.published });
  const { data: breaches, isError: isUnlooked } = useQuery({ ...draftBreachesQuery(draftId), enabled: !making.published });
  const look = useUnitLook(managementUnitId);
  const mayForce = useMayIn('schedule:force_publish', managementUnitId);
  const close = () => {
    queries.removeQueries({ queryKey: differencesKey(draftId) });
    onDone(making.published);
  };
  return (
    <Dialog title="Publish" size="xl" close={close}>
      <Show loaded={look} what="unit">
        {(unit) => (
          <Show loaded={differences} what="differences">
            {({ items: [first, ...rest], more }) => first && (
              <PublishView
                draftId={draftId}
                differences={{ ...first, conflicts: [...first.conflicts, ...rest.flatMap(({ conflicts }) => conflicts)] }}
                more={more}
                breaches={isUnlooked ? 'unknown' : breaches}
                look={unit}
                making={making}
                mayForce={mayForce}
                close={close}
              />
            )}
          </Show>
        )}
      </Show>
    </Dialog>
  );
}
