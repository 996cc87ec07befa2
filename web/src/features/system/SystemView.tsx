import { Anchor } from '@mantine/core';
import { IconApi } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { apiReference } from '@/api/client';
import { AreaTabs } from '@/components/AreaTabs';
import { PageHeader } from '@/components/PageHeader';
import classes from './SystemView.module.css';
import { tabPath, tabs, type Tab } from './tabs';

interface SystemViewProps {
  permissions: readonly string[];
  onOpen: (tab: Tab) => void;
  children: ReactNode;
}

const links = tabs.map((tab) => ({ ...tab, to: tabPath(tab.id) }));

export function SystemView({ permissions, onOpen, children }: SystemViewProps) {
  return (
    <>
      <PageHeader title="System">
        <Anchor href={apiReference} size="sm" className={classes.link}>
          <IconApi size={18} aria-hidden /> API reference
        </Anchor>
      </PageHeader>
      <AreaTabs label="System" tabs={links} permissions={permissions} onOpen={onOpen} />
      {children}
    </>
  );
}
