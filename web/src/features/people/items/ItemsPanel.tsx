import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconPlus, IconSearchOff, IconStackPush } from '@tabler/icons-react';
import type { Item, Kind } from '@/api/organization';
import { DataTable, type Column } from '@/components/DataTable';
import { NeedsPermission } from '@/components/NeedsPermission';
import { Notice } from '@/components/Notice';
import { Panel } from '@/components/Panel';
import { Tag } from '@/components/Tag';
import { capital, formatNumber } from '@/lib/format';
import { labelOf } from './fields';
import { kinds } from './kinds';
import { placeOf, type Scope } from './places';
import { isNumber, ValueOf } from './ValueOf';

interface ItemsPanelProps {
  kind: Kind;
  items: readonly Item[];
  scope: Scope;
  mayEdit: boolean;
  /** Whether each says what it belongs to. */
  withOwner?: boolean;
  /** What was searched for, where nothing is found. */
  search?: string;
  onOpen: (item: Item) => void;
  onNew: () => void;
}

/** A browser draws so many rows without anybody noticing; more of them are found by a search. */
const atOnce = 200;

/** Items of a kind: what there is, and the way to another. */
export function ItemsPanel({ kind, items, scope, mayEdit, withOwner = false, search = '', onOpen, onNew }: ItemsPanelProps) {
  const { one, many, purpose } = kinds[kind];
  const create = (
    <NeedsPermission permission="organization:edit" granted={mayEdit}>
      <Button size="xs" variant="default" leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayEdit} onClick={onNew}>New {one}</Button>
    </NeedsPermission>
  );
  return (
    <Panel title={capital(many)} note={items.length > 0 ? purpose : undefined} action={create}>
      {items.length === 0 ? (
        <None kind={kind} search={search} />
      ) : (
        <>
          <DataTable
            label={capital(many)}
            columns={columnsOf(kind, scope, withOwner, onOpen)}
            rows={items.slice(0, atOnce)}
            rowKey={(item) => item.id}
          />
          {items.length > atOnce && (
            <Text size="sm" c="dimmed" mt="sm" role="status">
              {formatNumber(atOnce)} of {formatNumber(items.length)} {many} shown. Search to find others.
            </Text>
          )}
        </>
      )}
    </Panel>
  );
}

function None({ kind, search }: { kind: Kind; search: string }) {
  const { many, purpose } = kinds[kind];
  return search ? (
    <Notice icon={IconSearchOff} title={`None of the ${many} matches “${search}”`}>Search looks at names and at what they belong to.</Notice>
  ) : (
    <Notice icon={IconStackPush} title={`No ${many} yet`}>{purpose}</Notice>
  );
}

function columnsOf(kind: Kind, scope: Scope, withOwner: boolean, onOpen: (item: Item) => void): Column<Item>[] {
  const { fields, owner } = kinds[kind];
  const belongs: Column<Item>[] = withOwner && owner
    ? [{ header: capital(kinds[owner.kind].one), cell: (item) => placeOf(scope, { kind, item }) }]
    : [];
  return [
    {
      header: 'Name',
      cell: (item) => (
        <Group gap={6}>
          <Anchor component="button" type="button" fw={600} size="sm" ta="left" onClick={() => onOpen(item)}>{item.name}</Anchor>
          {item.removed_at && <Tag kind="off">removed</Tag>}
        </Group>
      ),
    },
    ...belongs,
    ...fields.filter((spec) => spec.column).map((spec): Column<Item> => ({
      header: labelOf(spec),
      align: isNumber(spec) ? 'right' : undefined,
      cell: (item) => <ValueOf spec={spec} item={item} scope={scope} />,
    })),
  ];
}
