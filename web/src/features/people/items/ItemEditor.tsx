import { useQueryClient } from '@tanstack/react-query';
import { organizationQuery, useItem, type Located } from '@/api/organization';
import { useMayIn } from '@/api/session';
import type { Zone } from '@/api/types';
import { told } from '@/components/told';
import { ItemForm } from './ItemForm';
import { checkOf } from './PlanCheck';
import { unitOf, type Scope } from './places';

interface ItemEditorProps {
  of: Located;
  scope: Scope;
  zones: readonly Zone[];
}

const done = { change: 'saved', remove: 'removed', restore: 'restored' } as const;

/** An item to look at and to change; drawn anew for each version of it. */
export function ItemEditor({ of: { kind, item }, scope, zones }: ItemEditorProps) {
  const queries = useQueryClient();
  const mayEdit = useMayIn('organization:edit', unitOf(scope, { kind, item }));
  const { mutate, isPending, error, reset } = useItem((made, doing) => told(`${made.item.name} is ${done[doing.what]}`));
  return (
    <ItemForm
      key={`${item.id} ${item.version}`}
      kind={kind}
      item={item}
      scope={scope}
      zones={zones}
      mayEdit={mayEdit}
      check={checkOf(kind)}
      busy={isPending}
      error={error}
      save={(fields, onError) => mutate({ kind, item, what: 'change', fields }, { onError })}
      remove={() => mutate({ kind, item, what: 'remove' })}
      restore={() => mutate({ kind, item, what: 'restore' })}
      reload={() => {
        reset();
        void queries.invalidateQueries(organizationQuery);
      }}
    />
  );
}
