import { Text } from '@mantine/core';
import type { Located } from '@/api/organization';
import type { Zone } from '@/api/types';
import { SidePanel } from '@/components/SidePanel';
import { capital } from '@/lib/format';
import { ItemEditor } from './ItemEditor';
import { kinds } from './kinds';
import { placeOf, type Scope } from './places';

interface ItemDrawerProps {
  of: Located | undefined;
  scope: Scope;
  zones: readonly Zone[];
  close: () => void;
}

/** One item, open over the list that it comes from. */
export function ItemDrawer({ of, scope, zones, close }: ItemDrawerProps) {
  return (
    <SidePanel title={of?.item.name ?? 'Not found'} close={close}>
      {of ? (
        <>
          <Text size="sm" c="dimmed" mb="sm">{[capital(kinds[of.kind].one), placeOf(scope, of)].filter(Boolean).join(' of ')}</Text>
          <ItemEditor of={of} scope={scope} zones={zones} />
        </>
      ) : (
        <Text size="sm">There is no such thing in the organization, or you may not see it.</Text>
      )}
    </SidePanel>
  );
}
