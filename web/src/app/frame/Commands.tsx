import '@mantine/spotlight/styles.css';
import { useComputedColorScheme } from '@mantine/core';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconApi, IconChartAreaLine, IconKey, IconLogout, IconMoon, IconSearch, IconServer2, IconSun, IconUserCheck, IconUsers, type Icon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { createElement, useEffect } from 'react';
import { apiReference } from '@/api/client';
import type { AreaTab } from '@/components/AreaTabs';
import { tabs as adherenceTabs } from '@/features/adherence/tabs';
import { tabs as forecastTabs } from '@/features/forecast/tabs';
import { tabs as peopleTabs } from '@/features/people/tabs';
import { tabPath, tabs } from '@/features/system/tabs';
import { useHeld } from '@/api/session';
import { areas } from '../areas';
import { useSignOut } from './useSignOut';
import { useThemeChoice } from './useServerTheme';

/** Ctrl+K: every place and every command of the frame, by its name. It opens each time that `asked` grows. */
export function Commands({ asked }: { asked: number }) {
  useEffect(() => spotlight.open(), [asked]);
  const actions = [
    { group: 'Pages', actions: usePages() },
    { group: 'Forecast', actions: useTabs('Forecast', IconChartAreaLine, forecastTabs) },
    { group: 'Adherence', actions: useTabs('Adherence', IconUserCheck, adherenceTabs) },
    { group: 'People', actions: useTabs('People', IconUsers, peopleTabs) },
    { group: 'System', actions: useSystemTabs() },
    { group: 'Commands', actions: useAccountCommands() },
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      nothingFound="No page or command has this name"
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'Go to a page or run a command',
        'aria-label': 'Go to a page or run a command',
      }}
      attributes={{ content: { 'aria-label': 'Search and commands' } }}
      highlightQuery
      scrollable
      maxHeight={440}
    />
  );
}

function usePages(): SpotlightActionData[] {
  const navigate = useNavigate();
  const permissions = useHeld();
  return areas.filter(({ opens }) => opens.some((one) => permissions.includes(one))).map(({ path, name, icon }) => ({
    id: path,
    label: name,
    leftSection: createElement(icon, { size: 18, stroke: 1.6 }),
    onClick: () => void navigate({ to: path }),
  }));
}

/** The tabs of an area: "People: Agents". */
function useTabs(area: string, icon: Icon, all: readonly AreaTab<string>[]): SpotlightActionData[] {
  const navigate = useNavigate();
  const permissions = useHeld();
  return all.filter(({ permission }) => permissions.includes(permission)).map(({ id, name, to }) => ({
    id: `/${area.toLowerCase()}/${id}`,
    label: `${area}: ${name}`,
    leftSection: createElement(icon, { size: 18, stroke: 1.6 }),
    onClick: () => void navigate({ to }),
  }));
}

function useSystemTabs(): SpotlightActionData[] {
  const navigate = useNavigate();
  const permissions = useHeld();
  return tabs.filter(({ permission }) => permissions.includes(permission)).map(({ id, name }) => ({
    id: tabPath(id),
    label: `System: ${name}`,
    leftSection: <IconServer2 size={18} stroke={1.6} />,
    onClick: () => void navigate({ to: tabPath(id) }),
  }));
}

function useAccountCommands(): SpotlightActionData[] {
  const navigate = useNavigate();
  const signOut = useSignOut();
  const { choose } = useThemeChoice();
  const dark = useComputedColorScheme() === 'dark';
  return [
    {
      id: 'theme',
      label: dark ? 'Use the light theme' : 'Use the dark theme',
      keywords: ['theme', 'dark', 'light', 'toggle'],
      leftSection: dark ? <IconSun size={18} stroke={1.6} /> : <IconMoon size={18} stroke={1.6} />,
      onClick: () => choose(dark ? 'light' : 'dark'),
    },
    {
      id: 'api',
      label: 'API reference',
      keywords: ['openapi', 'swagger', 'rest'],
      leftSection: <IconApi size={18} stroke={1.6} />,
      onClick: () => window.location.assign(apiReference),
    },
    {
      id: 'password',
      label: 'Change password',
      leftSection: <IconKey size={18} stroke={1.6} />,
      onClick: () => void navigate({ to: '/password' }),
    },
    { id: 'sign-out', label: 'Sign out', leftSection: <IconLogout size={18} stroke={1.6} />, onClick: signOut },
  ];
}
