import { DayStrip } from '@/components/DayStrip';
import { windowOf, wordsOf, type Planned } from '@/lib/activities';
import classes from './Publishing.module.css';
import type { UnitLook } from './useUnitLook';

interface DayVersionsProps {
  look: UnitLook;
  /** What each is called, and what is in it. */
  versions: readonly { name: string; activities: readonly Planned[] }[];
}

/** The same day several times, one under the other, on one scale. */
export function DayVersions({ look: { codes, zone }, versions }: DayVersionsProps) {
  const window = windowOf(versions.map(({ activities }) => activities));
  return (
    <dl className={classes.versions}>
      {versions.map(({ name, activities }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <DayStrip activities={activities} codes={codes} zone={zone} window={window} />
            <span>{wordsOf(activities, codes, zone)}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
