import { Button, Kbd, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { Clock } from './Clock';
import classes from './Frame.module.css';
import { LivePill } from './LivePill';
import { UserMenu } from './UserMenu';

export function TopBar({ openCommands }: { openCommands: () => void }) {
  return (
    <header className={classes.top}>
      <UnitPicker />
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

/** Business unit > management unit. Without units it stands for all, and says why it cannot be changed. */
function UnitPicker() {
  return (
    <Tooltip label="There are no business units or management units yet, so every page shows everything you may see.">
      <Button
        variant="default"
        size="xs"
        aria-disabled
        data-disabled
        leftSection={<IconBuilding size={15} aria-hidden />}
        onClick={(event) => event.preventDefault()}
      >
        All units
      </Button>
    </Tooltip>
  );
}
