import '@mantine/spotlight/styles.css';
import { useComputedColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight, useSpotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconApi, IconChartAreaLine, IconKey, IconLogout, IconMoon, IconSearch, IconServer2, IconSun, IconUserCheck, IconUsers, type Icon } from '@tabler/icons-react';
import { useNavigate, type LinkProps } from '@tanstack/react-router';
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

const [store, palette] = createSpotlight();

/** Ctrl+K: every place and every command of the frame, by its name. It opens each time that `asked` grows. */
export function Commands({ asked }: { asked: number }) {
  useEffect(() => palette.open(), [asked]);
  const chosen = useChosenRow();
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
      store={store}
      actions={actions}
      shortcut={null}
      nothingFound="No page or command has this name"
      searchProps={{
        leftSection: <IconSearch size={18} />,
        placeholder: 'Go to a page or run a command',
        'aria-label': 'Go to a page or run a command',
        role: 'combobox',
        'aria-autocomplete': 'list',
        ...chosen,
      }}
      attributes={{ content: { 'aria-label': 'Search and commands' }, actionsList: { role: 'listbox', 'aria-label': 'Pages and commands' }, action: { role: 'option' } }}
      highlightQuery
      scrollable
      maxHeight={440}
    />
  );
}

/** The rows get names, so that the field can say which of them the arrows are on: a screen reader reads it out. */
function useChosenRow() {
  const { listId, selected, empty } = useSpotlight(store);
  useEffect(() => document.querySelectorAll(`#${listId || 'none'} [data-action]`).forEach((row, index) => { row.id = `${listId}-${index}`; }));
  return listId === '' || empty ? { 'aria-expanded': false } : { 'aria-expanded': true, 'aria-controls': listId, 'aria-activedescendant': selected < 0 ? undefined : `${listId}-${selected}` };
}

// Longer than the palette takes to give the focus back to where it was.
const backMilliseconds = 50;

/** Goes there, the focus too: what had it before is of the page that is left. */
function useGo() {
  const navigate = useNavigate();
  return (to: LinkProps['to']) => {
    void navigate({ to });
    setTimeout(() => document.getElementById('main')?.focus(), backMilliseconds);
  };
}

function usePages(): SpotlightActionData[] {
  const go = useGo();
  const permissions = useHeld();
  return areas.filter(({ opens }) => opens.some((one) => permissions.includes(one))).map(({ path, name, icon }) => ({
    id: path,
    label: name,
    leftSection: createElement(icon, { size: 18, stroke: 1.6 }),
    onClick: () => go(path),
  }));
}

/** The tabs of an area: "People: Agents". */
function useTabs(area: string, icon: Icon, all: readonly AreaTab<string>[]): SpotlightActionData[] {
  const go = useGo();
  const permissions = useHeld();
  return all.filter(({ permission }) => permissions.includes(permission)).map(({ id, name, to }) => ({
    id: `/${area.toLowerCase()}/${id}`,
    label: `${area}: ${name}`,
    leftSection: createElement(icon, { size: 18, stroke: 1.6 }),
    onClick: () => go(to),
  }));
}

function useSystemTabs(): SpotlightActionData[] {
  const go = useGo();
  const permissions = useHeld();
  return tabs.filter(({ permission }) => permissions.includes(permission)).map(({ id, name }) => ({
    id: tabPath(id),
    label: `System: ${name}`,
    leftSection: <IconServer2 size={18} stroke={1.6} />,
    onClick: () => go(tabPath(id)),
  }));
}

function useAccountCommands(): SpotlightActionData[] {
  const go = useGo();
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
      onClick: () => go('/password'),
    },
    { id: 'sign-out', label: 'Sign out', leftSection: <IconLogout size={18} stroke={1.6} />, onClick: signOut },
  ];
}
