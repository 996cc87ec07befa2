import { Text } from '@mantine/core';
import { IconBuilding, IconBuildingSkyscraper, IconChevronDown, IconChevronRight, IconSitemap, IconUsersGroup, type Icon } from '@tabler/icons-react';
import { useRef, type KeyboardEvent } from 'react';
import type { Kind } from '@/api/organization';
import { kinds } from '../items/kinds';
import classes from './Organization.module.css';
import type { TreeRow } from './tree';

const signs: Partial<Record<Kind, Icon>> = {
  'tenants': IconBuildingSkyscraper, 'business-units': IconBuilding, 'management-units': IconSitemap, 'teams': IconUsersGroup,
};

interface TreeProps {
  rows: readonly TreeRow[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
  onToggle: (id: string) => void;
}

/** Tenants, units and teams: arrows move, open and close, Enter chooses. One row takes the focus, so that Tab passes the rest. */
export function Tree({ rows, chosen, onChoose, onToggle }: TreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const entry = rows.some((row) => row.item.id === chosen) ? chosen : rows[0]?.item.id;
  const focus = (index: number) =>
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[Math.max(0, Math.min(index, rows.length - 1))]?.focus();
  const onKey = (event: KeyboardEvent, row: TreeRow, index: number) => {
    const act = actions(row, index)[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const actions = (row: TreeRow, index: number): Record<string, (() => void) | undefined> => ({
    ArrowDown: () => focus(index + 1),
    ArrowUp: () => focus(index - 1),
    Home: () => focus(0),
    End: () => focus(rows.length - 1),
    ArrowRight: () => (row.isOpen === false ? onToggle(row.item.id) : focus(index + (row.isOpen ? 1 : 0))),
    ArrowLeft: () => (row.isOpen ? onToggle(row.item.id) : focus(rows.slice(0, index).findLastIndex((one) => one.level < row.level))),
    Enter: () => onChoose(row.item.id),
    ' ': () => onChoose(row.item.id),
  });
  return (
    <div role="tree" aria-label="Organization" ref={tree} className={classes.tree}>
      {rows.map((row, index) => {
        const Sign = signs[row.kind] ?? IconBuilding;
        const { id, name } = row.item;
        return (
          <div
            key={id}
            role="treeitem"
            className={classes.node}
            style={{ paddingLeft: 4 + row.level * 18 }}
            aria-level={row.level + 1}
            aria-expanded={row.isOpen}
            aria-selected={id === chosen}
            aria-label={`${name}, ${kinds[row.kind].one}${row.item.removed_at ? ', removed' : ''}`}
            data-removed={row.item.removed_at !== null || undefined}
            tabIndex={id === entry ? 0 : -1}
            onClick={() => onChoose(id)}
            onKeyDown={(event) => onKey(event, row, index)}
          >
            <span
              className={classes.twist}
              aria-hidden
              onClick={(event) => {
                event.stopPropagation();
                if (row.isOpen !== undefined) {
                  onToggle(id);
                }
              }}
            >
              {row.isOpen !== undefined && (row.isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />)}
            </span>
            <Sign size={16} stroke={1.6} aria-hidden />
            <span className={classes.name}>{name}</span>
            {row.item.removed_at && <Text span size="xs" c="dimmed">removed</Text>}
          </div>
        );
      })}
    </div>
  );
}
