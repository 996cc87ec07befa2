import { Button, Popover, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuilding, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { preferenceQuery } from '@/api/preferences';
import { sessionQuery, useMay, useSession } from '@/api/session';
import { unitsQuery, type Unit } from '@/api/units';
import { useLiveQuery } from '@/api/useLive';
import { useRemember } from '@/api/useRemember';
import { useAddress } from '@/components/useAddress';
import classes from './UnitPicker.module.css';
import { chosenUnit, unitPageOf } from './unitPages';

/** Loaded when first asked for. */
const UnitList = lazy(() => import('./UnitList').then((module) => ({ default: module.UnitList })));
const none: readonly Unit[] = [];

/** Business unit > management unit: what the pages look at. */
export function UnitPicker() {
  const may = useMay('organization:view');
  const [opened, { toggle, close }] = useDisclosure(false);
  const { pathname, search } = useRouterState({ select: (state) => state.location });
  const remembered = useQuery(preferenceQuery('shell')).data?.unit;
  const asked = useQuery({ ...unitsQuery, enabled: may });
  const [units, isComing] = [asked.data ?? none, may && asked.isPending];
  useLiveQuery(may ? 'organization' : undefined, unitsQuery.queryKey);
  // A new unit may be one of those in which the reader holds rights.
  useLiveQuery(useSession()?.units.length ? 'organization' : undefined, sessionQuery.queryKey);
  const isNone = units.length === 0 && !isComing;
  useEffect(() => {
    if (isNone) {
      close();
    }
  }, [isNone, close]);
  const address = useAddress();
  const remember = useRemember('shell');
  const chosen = chosenUnit(units, pathname, search, remembered);
  const choose = (unit: Unit | undefined) => {
    close();
    remember({ unit: unit?.id });
    address(unitPageOf(pathname)?.write(unit) ?? {}, 'push');
  };
  // While they are on their way it is the button that it will be: who presses it early gets the list when it is there.
  if (isNone) {
    return (
      <Tooltip label={may ? 'There are no business units or management units yet.' : 'Your pages show all that you may see.'}>
        <Button variant="default" size="xs" aria-disabled data-disabled leftSection={<IconBuilding size={15} aria-hidden />} onClick={(event) => event.preventDefault()}>
          All units
        </Button>
      </Tooltip>
    );
  }
  return (
    <Popover opened={opened} onChange={(open) => !open && close()} position="bottom-start" width="clamp(200px, 100vw - 80px, 340px)" returnFocus withinPortal={false} withRoles={false}>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          className={classes.target}
          aria-haspopup="dialog"
          aria-expanded={opened}
          leftSection={<IconBuilding size={15} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={toggle}
        >
          <span className={classes.chosen}>
            {chosen?.parent && <span className={classes.within}>{chosen.parent.name} › </span>}
            <span className={classes.own}>{chosen?.name ?? 'All units'}</span>
          </span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} role="dialog" aria-label="Unit">
        {isComing && <p role="status" className={classes.none}>Loading units…</p>}
        {opened && !isComing && <Suspense><UnitList units={units} chosen={chosen} onChoose={choose} /></Suspense>}
      </Popover.Dropdown>
    </Popover>
  );
}
