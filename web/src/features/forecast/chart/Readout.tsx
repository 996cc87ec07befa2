import { contacts } from '../contacts';
import classes from './Chart.module.css';
import { isMoved, type Point } from './points';

export const nothing = 'closed, or nothing known';

/** What the chosen point says, in a place of its own, so that nothing jumps. */
export function Readout({ point, value }: { point: Point | undefined; value: number | null }) {
  if (!point) {
    return <p className={classes.readout} />;
  }
  const { volume, actual, machine, low, high, low95, high95, again, agents } = point;
  const now = value ?? volume;
  const words = [
    now !== null && `forecast ${contacts(now)}`,
    again !== null && `again ${contacts(again)}`,
    low !== null && high !== null && `80 % range ${contacts(low)} to ${contacts(high)}`,
    low95 !== null && high95 !== null && `95 % range ${contacts(low95)} to ${contacts(high95)}`,
    machine !== null && isMoved({ volume: now, machine }) && `machine ${contacts(machine)}`,
    actual !== null && `came ${contacts(actual)}`,
    agents !== null && `${agents} agents`,
    now === null && actual === null && nothing,
  ].filter(Boolean);
  return <p className={classes.readout}><strong>{point.label}</strong> {words.join(' · ')}</p>;
}
