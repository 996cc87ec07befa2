import { Anchor } from '@mantine/core';
import { IconApi, IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { apiReference } from '@/api/client';
import { PageHeader } from '@/components/PageHeader';
import classes from './SystemView.module.css';
import { tabPath, tabs, type Tab } from './tabs';

/** On a phone the open tab may lie beyond the edge. */
const intoSight = (tab: HTMLElement | null) => tab?.scrollIntoView({ block: 'nearest', inline: 'center' });

interface SystemViewProps {
  permissions: readonly string[];
  onOpen: (tab: Tab) => void;
  children: ReactNode;
}

export function SystemView({ permissions, onOpen, children }: SystemViewProps) {
  return (
    <>
      <PageHeader title="System">
        <Anchor href={apiReference} size="sm" className={classes.link}>
          <IconApi size={18} aria-hidden /> API reference
        </Anchor>
      </PageHeader>
      <nav className={classes.tabs} aria-label="System">
        {tabs.map(({ id, name, permission }) => (
          <Link key={id} to={tabPath(id)} className={classes.tab} onClick={() => onOpen(id)} activeOptions={{ includeSearch: false }} activeProps={{ ref: intoSight }}>
            {name}
            {!permissions.includes(permission) && <IconLock size={13} aria-label={`needs ${permission}`} role="img" />}
          </Link>
        ))}
      </nav>
      {children}
    </>
  );
}
