import '@mantine/spotlight/styles.css';
import { useComputedColorScheme } from '@mantine/core';
import { Spotlight, spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconApi, IconKey, IconLogout, IconMoon, IconSearch, IconSun } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { createElement, useEffect } from 'react';
import { apiReference } from '@/api/client';
import { tabPath, tabs } from '@/features/system/tabs';
import { areas } from '../areas';
import { useSignOut } from './useSignOut';
import { useThemeChoice } from './useServerTheme';

/** Ctrl+K: every place and every command of the frame, by its name. It opens each time that `asked` grows. */
export function Commands({ asked }: { asked: number }) {
  useEffect(() => spotlight.open(), [asked]);
  const actions = [...usePlaces(), ...useAccountCommands()];
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
      highlightQuery
      scrollable
      maxHeight={440}
    />
  );
}

function usePlaces(): SpotlightActionData[] {
  const navigate = useNavigate();
  const pages = areas.map(({ path, name, icon }) => ({
    id: path,
    label: name,
    description: 'Page',
    leftSection: createElement(icon, { size: 20, stroke: 1.6 }),
    onClick: () => void navigate({ to: path }),
  }));
  const systemTabs = tabs.map(({ id, name }) => ({
    id: tabPath(id),
    label: `System: ${name}`,
    description: 'Tab',
    keywords: [name],
    onClick: () => void navigate({ to: tabPath(id) }),
  }));
  return [...pages, ...systemTabs];
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
      description: 'Command',
      keywords: ['theme', 'dark', 'light', 'toggle'],
      leftSection: dark ? <IconSun size={20} /> : <IconMoon size={20} />,
      onClick: () => choose(dark ? 'light' : 'dark'),
    },
    {
      id: 'api',
      label: 'API reference',
      description: 'Page of its own',
      keywords: ['openapi', 'swagger', 'rest'],
      leftSection: <IconApi size={20} />,
      onClick: () => window.location.assign(apiReference),
    },
    {
      id: 'password',
      label: 'Change password',
      description: 'Page',
      leftSection: <IconKey size={20} />,
      onClick: () => void navigate({ to: '/password' }),
    },
    { id: 'sign-out', label: 'Sign out', description: 'Command', leftSection: <IconLogout size={20} />, onClick: signOut },
  ];
}
