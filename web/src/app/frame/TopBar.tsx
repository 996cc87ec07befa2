import { Kbd, UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMay } from '@/api/session';
import { Clock } from './Clock';
import classes from './Frame.module.css';
import { LivePill } from './LivePill';
import { UnitPicker } from './UnitPicker';
import { UserMenu } from './UserMenu';

export function TopBar({ openCommands }: { openCommands: () => void }) {
  const mayChoose = useMay('organization:view');
  return (
    <header className={classes.top}>
      {mayChoose && <UnitPicker />}
      <Clock />
      <div className={classes.grow} />
      <UnstyledButton className={classes.search} onClick={openCommands}>
        <IconSearch size={16} aria-hidden />
        <span className={classes.words}>
          Search and commands <Kbd size="xs">Ctrl K</Kbd>
        </span>
      </UnstyledButton>
      <LivePill />
      <UserMenu />
    </header>
  );
}
