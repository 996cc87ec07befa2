import { Group, Stack } from '@mantine/core';
import type { Loaded } from '@/api/loaded';
import type { Item, Kind } from '@/api/organization';
import { SearchField } from '@/components/SearchField';
import { Show } from '@/components/Show';
import { ItemsPanel } from './ItemsPanel';
import { placeOf, present, type Scope } from './places';
import { RemovedSwitch } from './RemovedSwitch';

interface ItemsViewProps {
  scope: Loaded<Scope>;
  /** Which kinds, and what they are called together. */
  kinds: readonly Kind[];
  what: string;
  search: string;
  removed: boolean;
  mayEdit: boolean;
  onSearch: (text: string) => void;
  onRemoved: (on: boolean) => void;
  onOpen: (item: Item) => void;
  onNew: (kind: Kind) => void;
}

/** Lists of whole kinds; each says what it belongs to, so that equal names are told apart. */
export function ItemsView({ scope, kinds, what, search, removed, mayEdit, onSearch, onRemoved, onOpen, onNew }: ItemsViewProps) {
  return (
    <Stack gap="md">
      {scope.state !== 'forbidden' && (
        <Group>
          <SearchField label={`Search ${what}`} value={search} onChange={onSearch} />
          <RemovedSwitch on={removed} onChange={onRemoved} />
        </Group>
      )}
      <Show loaded={scope} what={what}>
        {(data) => kinds.map((kind) => (
          <ItemsPanel
            key={kind}
            kind={kind}
            items={found(data, kind, search, removed)}
            scope={data}
            mayEdit={mayEdit}
            withOwner
            search={search}
            onOpen={onOpen}
            onNew={() => onNew(kind)}
          />
        ))}
      </Show>
    </Stack>
  );
}

function found(scope: Scope, kind: Kind, search: string, removed: boolean): Item[] {
  const text = search.trim().toLowerCase();
  return present(scope.all[kind] as Item[], removed)
    .filter((item) => `${item.name} ${placeOf(scope, { kind, item })}`.toLowerCase().includes(text));
}
