import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { areasOf } from '../areas';
import classes from './Frame.module.css';

const within = ['/my', '/today', '/schedule', '/adherence'];

/** The rail of a phone: what an agent needs within a thumb's reach, the rest behind "More". */
export function BottomBar() {
  const here = useRouterState({ select: (state) => state.location.pathname });
  const areas = areasOf(useHeld());
  const first = areas.filter(({ path }) => within.includes(path));
  const rest = areas.filter((area) => !first.includes(area));
  const isFurther = rest.some((area) => here.startsWith(area.path));
  return (
    <nav className={classes.bottom} aria-label="Areas">
      {first.map(({ path, name, icon: Sign }) => (
        <Link key={path} to={path} className={classes.entry}>
          <Sign size={20} stroke={1.6} aria-hidden />
          {name}
        </Link>
      ))}
      {rest.length > 0 && <Menu position="top-end" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton className={classes.entry} aria-current={isFurther ? 'page' : undefined}>
            <IconDots size={20} stroke={1.6} aria-hidden />
            More
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          {rest.map(({ path, name, icon: Sign }) => (
            <Menu.Item key={path} component={Link} to={path} leftSection={<Sign size={18} stroke={1.6} />}>
              {name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>}
    </nav>
  );
}
