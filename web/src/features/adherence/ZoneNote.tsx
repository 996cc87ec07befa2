import { Anchor } from '@mantine/core';

/** By whose clock times are shown: the viewer's, and the unit's is at hand where it is another one. */
export interface ShownZone {
  zone: string;
  other?: string;
  onOther: () => void;
}

/** `clock` is what the address says. */
export function shownZone(own: string, units: string, clock: string | undefined, onClock: (clock: string | undefined) => void): ShownZone {
  const isUnits = clock === 'unit';
  return {
    zone: isUnits ? units : own,
    other: own === units ? undefined : isUnits ? own : units,
    onOther: () => onClock(isUnits ? undefined : 'unit'),
  };
}

export function ZoneNote({ zone, other, onOther }: ShownZone) {
  return (
    <>
      Times of {zone}.
      {other && <> <Anchor component="button" type="button" size="sm" underline="always" onClick={onOther}>Show those of {other}</Anchor></>}
    </>
  );
}
