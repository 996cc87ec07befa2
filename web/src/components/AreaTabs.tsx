import { IconLock } from '@tabler/icons-react';
import { Link, useLocation, type LinkProps } from '@tanstack/react-router';
import classes from './AreaTabs.module.css';
import { useTitle } from './useTitle';

/** On a phone the open tab may lie beyond the edge. */
const intoSight = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'center' });

export interface AreaTab<Id extends string> {
  id: Id;
  name: string;
  /** What opens it. */
  permission: string;
  to: LinkProps['to'];
}

interface AreaTabsProps<Id extends string> {
  label: string;
  tabs: readonly AreaTab<Id>[];
  permissions: readonly string[];
  onOpen: (tab: Id) => void;
  /** Whether the pages share what the address says behind the question mark. */
  keepSearch?: boolean;
}

/** The pages of an area. One that may not be opened says what it needs, there and here. */
export function AreaTabs<Id extends string>({ label, tabs, permissions, onOpen, keepSearch = false }: AreaTabsProps<Id>) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  useTitle(tabs.find(({ to }) => to === path)?.name, label);
  return (
    <nav className={classes.tabs} aria-label={label}>
      {tabs.map(({ id, name, permission, to }) => (
        <Link key={id} to={to} search={keepSearch as true} className={classes.tab} onClick={() => onOpen(id)} activeOptions={{ includeSearch: false }} activeProps={{ ref: intoSight }}>
          {name}
          {!permissions.includes(permission) && <IconLock size={13} aria-label={`needs ${permission}`} role="img" />}
        </Link>
      ))}
    </nav>
  );
}
