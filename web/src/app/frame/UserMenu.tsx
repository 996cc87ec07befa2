import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconKey, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useSession } from '@/api/session';
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
  const signOut = useSignOut();
  const { theme: chosen, choose } = useThemeChoice();
  const name = session?.user.display_name ?? '';
  return (
    <Menu position="bottom-end" width={230} withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.face} aria-label={`${name}: account and theme`}>{initials(name)}</UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong>{name}</strong>
          <br />
          {session?.user.user_name}
        </Menu.Label>
        <Menu.Divider />
        {themes.map(({ theme, name: label, icon: Sign }) => (
          <Menu.Item
            key={theme}
            role="menuitemradio"
            aria-checked={theme === chosen}
            leftSection={<Sign size={16} />}
            rightSection={theme === chosen && <IconCheck size={16} />}
            onClick={() => choose(theme)}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item component={Link} to="/password" leftSection={<IconKey size={16} />}>Change password</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
