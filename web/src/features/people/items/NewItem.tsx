import { useCreateItem, type Fields, type Kind, type Located } from '@/api/organization';
import type { Zone } from '@/api/types';
import { Dialog } from '@/components/Dialog';
import { told } from '@/components/told';
import { ItemForm } from './ItemForm';
import { checkOf } from './PlanCheck';
import { kinds } from './kinds';
import type { Scope } from './places';

interface NewItemProps {
  kind: Kind;
  preset?: Fields;
  scope: Scope;
  zones: readonly Zone[];
  close: () => void;
  onMade?: (made: Located) => void;
}

export function NewItem({ kind, preset, scope, zones, close, onMade = close }: NewItemProps) {
  const create = useCreateItem((made) => {
    told(`${made.item.name} is created`);
    onMade(made);
  });
  return (
    <Dialog title={`New ${kinds[kind].one}`} close={close}>
      <ItemForm
        kind={kind}
        preset={preset}
        scope={scope}
        zones={zones}
        mayEdit
        check={checkOf(kind)}
        busy={create.isPending}
        error={create.error}
        save={(fields, onError) => create.mutate({ kind, fields }, { onError })}
      />
    </Dialog>
  );
}
