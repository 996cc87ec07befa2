import { Menu, UnstyledButton, type MantineColorScheme } from '@mantine/core';
import { IconCalendarUser, IconDeviceDesktop, IconKey, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay, useSession } from '@/api/session';
import classes from './UserMenu.module.css';
import { useSignOut } from './useSignOut';
import { useThemeChoice } from './useServerTheme';

const themes = [
  { theme: 'light', name: 'Light', icon: IconSun },
  { theme: 'dark', name: 'Dark', icon: IconMoon },
  { theme: 'auto', name: 'As the system', icon: IconDeviceDesktop },
] as const;

const initials = (name: string): string => name.split(/\s+/).map((word) => word.charAt(0)).join('').slice(0, 2).toUpperCase();

export function UserMenu() {
  const session = useSession();
  const mayOwn = useMay('my_schedule:view');
  const signOut = useSignOut();
  const { theme: chosen, choose } = useThemeChoice();
  const name = session?.user.display_name ?? '';
  return (
    <Menu position="bottom-end" offset={12} width={230} withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton className={classes.face} aria-label={`${initials(name)}, account and theme of ${name}`}>{initials(name)}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong>{name}</strong>
          <br />
          {session?.user.user_name}
        </Menu.Label>
        <Menu.Divider />
        <Menu.RadioGroup value={chosen} onChange={(theme) => choose(theme as MantineColorScheme)}>
          {themes.map(({ theme, name: label, icon: Sign }) => (
            <Menu.RadioItem key={theme} value={theme} rightSection={<Sign size={16} aria-hidden />} closeMenuOnClick>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {mayOwn && <Menu.Item component={Link} to="/my" leftSection={<IconCalendarUser size={16} />}>My schedule</Menu.Item>}
        <Menu.Item component={Link} to="/password" leftSection={<IconKey size={16} />}>Change password</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
