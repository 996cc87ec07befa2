import { Anchor, Button, Group, Stack } from '@mantine/core';
import { IconArrowLeft, IconBuildingSkyscraper, IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { Loaded } from '@/api/loaded';
import type { Item, Kind, Located } from '@/api/organization';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { SearchField } from '@/components/SearchField';
import { Show } from '@/components/Show';
import { capital } from '@/lib/format';
import { ItemsPanel } from '../items/ItemsPanel';
import { kinds } from '../items/kinds';
import { pathOf, placeOf, type Scope } from '../items/places';
import { RemovedSwitch } from '../items/RemovedSwitch';
import classes from './Organization.module.css';
import { Tree } from './Tree';
import { childrenOf, inTree, listsUnder, treeRows } from './tree';

export interface OrganizationViewProps {
  scope: Loaded<Scope>;
  /** Of what is chosen in the tree. */
  chosen: string | undefined;
  /** What is shown while nothing is chosen; else the first. */
  usual?: string;
  search: string;
  removed: boolean;
  mayEdit: boolean;
  onSearch: (text: string) => void;
  onRemoved: (on: boolean) => void;
  onChoose: (id: string | undefined) => void;
  onOpen: (item: Item) => void;
  onNew: (kind: Kind) => void;
  /** Draws the form of what is chosen. */
  editor: (of: Located, scope: Scope) => ReactNode;
}

export function OrganizationView(props: OrganizationViewProps) {
  return <Show loaded={props.scope} what="organization">{(scope) => <Organization {...props} data={scope} />}</Show>;
}

function Organization(props: OrganizationViewProps & { data: Scope }) {
  const { data, chosen, mayEdit, onNew, onChoose } = props;
  const create = (
    <NeedsPermission permission="organization:edit" granted={mayEdit}>
      <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={() => onNew('tenants')}>New tenant</Button>
    </NeedsPermission>
  );
  const first = data.all.tenants.find((tenant) => tenant.removed_at === null);
  if (!first && !props.removed) {
    return (
      <Notice icon={IconBuildingSkyscraper} title="No organization yet" action={<Group gap="md">{create}<Removed {...props} /></Group>}>
        {kinds.tenants.purpose} A directory tells of tenants, sites and skills by itself once it is connected.
      </Notice>
    );
  }
  const found = chosen ? data.byId.get(chosen) : undefined;
  const usual = data.byId.get(props.usual ?? '');
  const shown = found && inTree(found.kind) ? found : usual && inTree(usual.kind) ? usual : first && { kind: 'tenants' as const, item: first };
  return (
    <div className={classes.besides} data-chosen={found ? true : undefined}>
      <Panel title="Units" action={create}>
        <Units {...props} shown={shown?.item.id} />
      </Panel>
      <Stack gap="md">
        <Anchor component="button" type="button" size="sm" className={classes.back} onClick={() => onChoose(undefined)}>
          <IconArrowLeft size={16} aria-hidden /> All units
        </Anchor>
        {shown && <Detail key={shown.item.id} of={shown} {...props} />}
      </Stack>
    </div>
  );
}

const Removed = ({ removed, onRemoved }: OrganizationViewProps) => <RemovedSwitch on={removed} onChange={onRemoved} />;

function Units(props: OrganizationViewProps & { data: Scope; shown: string | undefined }) {
  const { data, search, removed, shown } = props;
  const [toggled, setToggled] = useState<ReadonlySet<string>>(() => new Set(wayTo(data, shown)));
  const toggle = (id: string) => setToggled((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  const rows = treeRows(data, { removed, search, toggled });
  return (
    <Stack gap="sm">
      <SearchField label="Search units and teams" value={search} onChange={props.onSearch} />
      {rows.length > 0
        ? <Tree rows={rows} chosen={shown} onChoose={props.onChoose} onToggle={toggle} />
        : <span role="status">No unit and no team matches “{search}”.</span>}
      <Removed {...props} />
    </Stack>
  );
}

/** What is closed at first and must be open for the chosen one to be seen. */
function wayTo(scope: Scope, id: string | undefined): string[] {
  const found = id ? scope.byId.get(id) : undefined;
  return found ? pathOf(scope, found.kind, { ...found.item }).filter((place) => place.kind === 'management-units').map((place) => place.item.id) : [];
}

function Detail({ of, data, removed, mayEdit, editor, onChoose, onOpen, onNew }: OrganizationViewProps & { of: Located; data: Scope }) {
  const place = placeOf(data, of);
  return (
    <>
      <Panel title={of.item.name} note={[capital(kinds[of.kind].one), place].filter(Boolean).join(' of ')}>
        {editor(of, data)}
      </Panel>
      {listsUnder[of.kind]?.map((kind) => (
        <ItemsPanel
          key={kind}
          kind={kind}
          items={childrenOf(data, kind, of.item.id, removed)}
          scope={data}
          mayEdit={mayEdit && of.item.removed_at === null}
          onOpen={(item) => (inTree(kind) ? onChoose(item.id) : onOpen(item))}
          onNew={() => onNew(kind)}
        />
      ))}
    </>
  );
}
