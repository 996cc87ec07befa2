import { useQueryClient } from '@tanstack/react-query';
import { createSource, syncKey } from '@/api/synchronization';
import { useIntent } from '@/api/useIntent';
import { Dialog } from '@/components/Dialog';
import { told } from '@/components/told';
import { SourceForm } from './SourceForm';

export function NewSource({ close }: { close: () => void }) {
  const queries = useQueryClient();
  const create = useIntent(createSource, (source) => {
    told(`${source.name} is followed`);
    void queries.invalidateQueries({ queryKey: syncKey });
    close();
  });
  return (
    <Dialog title="New source" close={close}>
      <SourceForm readOnly={false} busy={create.isPending} error={create.error} save={(body, onError) => create.mutate(body, { onError })} />
    </Dialog>
  );
}
