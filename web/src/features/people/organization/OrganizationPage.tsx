import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Fields, Kind, Located } from '@/api/organization';
import { preferenceQuery } from '@/api/preferences';
import { useAddress } from '@/components/useAddress';
import { isKind } from '../items/isKind';
import { kinds } from '../items/kinds';
import type { Scope } from '../items/places';
import { useItems } from '../items/useItems';
import { OrganizationView } from './OrganizationView';
import { inTree } from './tree';

const NewItem = lazy(() => import('../items/NewItem').then((module) => ({ default: module.NewItem })));
const ItemEditor = lazy(() => import('../items/ItemEditor').then((module) => ({ default: module.ItemEditor })));
const ItemDrawer = lazy(() => import('../items/ItemDrawer').then((module) => ({ default: module.ItemDrawer })));
const route = getRouteApi('/framed/people/organization');

export function OrganizationPage() {
  const { item, open, new: asked, search = '', removed } = route.useSearch();
  const { scope, zones, mayEdit } = useItems();
  const address = useAddress();
  const close = () => address({ open: undefined, new: undefined }, 'push');
  const made = (one: Located) => address({ new: undefined, item: inTree(one.kind) ? one.item.id : item }, 'push');
  return (
    <>
      <OrganizationView
        scope={scope}
        chosen={item}
        usual={useQuery(preferenceQuery('shell')).data?.unit}
        search={search}
        removed={removed === 'true'}
        mayEdit={mayEdit}
        onSearch={(text) => address({ search: text })}
        onRemoved={(on) => address({ removed: on ? 'true' : undefined })}
        onChoose={(id) => address({ item: id }, 'push')}
        onOpen={(one) => address({ open: one.id }, 'push')}
        onNew={(kind) => address({ new: kind }, 'push')}
        editor={(of, data) => (
          <Suspense fallback={<Skeleton height={120} />}>
            <ItemEditor of={of} scope={data} zones={zones} />
          </Suspense>
        )}
      />
      {scope.state === 'full' && (
        <Suspense>
          {isKind(asked) && mayEdit && (
            <NewItem key={asked} kind={asked} preset={presetOf(scope.data, asked, item)} scope={scope.data} zones={zones} close={close} onMade={made} />
          )}
          {open && <ItemDrawer of={scope.data.byId.get(open)} scope={scope.data} zones={zones} close={close} />}
        </Suspense>
      )}
    </>
  );
}

/** A new thing belongs to what is chosen, where it can. */
function presetOf(scope: Scope, kind: Kind, chosen: string | undefined): Fields {
  const owner = kinds[kind].owner;
  const found = scope.byId.get(chosen ?? scope.all.tenants.find((tenant) => tenant.removed_at === null)?.id ?? '');
  return owner && found?.kind === owner.kind ? { [owner.field]: found.item.id } : {};
}
