import { lazy, Suspense } from 'react';
import type { Kind } from '@/api/organization';
import { useAddress } from '@/components/useAddress';
import { isKind } from './isKind';
import { ItemsView } from './ItemsView';
import { useItems } from './useItems';

const NewItem = lazy(() => import('./NewItem').then((module) => ({ default: module.NewItem })));
const ItemDrawer = lazy(() => import('./ItemDrawer').then((module) => ({ default: module.ItemDrawer })));

interface ItemsPageProps {
  kinds: readonly Kind[];
  what: string;
  address: { search?: string; open?: string; new?: string; removed?: string };
}

/** Whole kinds of things to search, open and make. */
export function ItemsPage({ kinds, what, address: { search = '', open, new: asked, removed } }: ItemsPageProps) {
  const { scope, zones, mayEdit } = useItems();
  const address = useAddress();
  const close = () => address({ open: undefined, new: undefined }, 'push');
  return (
    <>
      <ItemsView
        scope={scope}
        kinds={kinds}
        what={what}
        search={search}
        removed={removed === 'true'}
        mayEdit={mayEdit}
        onSearch={(text) => address({ search: text })}
        onRemoved={(on) => address({ removed: on ? 'true' : undefined })}
        onOpen={(item) => address({ open: item.id }, 'push')}
        onNew={(kind) => address({ new: kind }, 'push')}
      />
      {scope.state === 'full' && (
        <Suspense>
          {isKind(asked) && mayEdit && <NewItem kind={asked} scope={scope.data} zones={zones} close={close} />}
          {open && <ItemDrawer of={scope.data.byId.get(open)} scope={scope.data} zones={zones} close={close} />}
        </Suspense>
      )}
    </>
  );
}
