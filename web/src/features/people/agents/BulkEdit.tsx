import { useQueryClient } from '@tanstack/react-query';
import { bulkEdit, peopleKey } from '@/api/people';
import { useIntent } from '@/api/useIntent';
import { Dialog } from '@/components/Dialog';
import type { Scope } from '../items/places';
import { BulkEditForm } from './BulkEditForm';

interface BulkEditProps {
  agents: string[];
  nameOf: (id: string) => string;
  scope: Scope;
  close: () => void;
}

export function BulkEdit({ agents, nameOf, scope, close }: BulkEditProps) {
  const queries = useQueryClient();
  const edit = useIntent(bulkEdit, () => void queries.invalidateQueries({ queryKey: peopleKey }));
  return (
    <Dialog title={`Edit ${agents.length} ${agents.length === 1 ? 'agent' : 'agents'}`} close={close}>
      <BulkEditForm
        scope={scope}
        nameOf={nameOf}
        busy={edit.isPending}
        error={edit.error}
        result={edit.data}
        apply={(change) => edit.mutate({ agents, change })}
        close={close}
      />
    </Dialog>
  );
}
