import { useMemo } from 'react';
import type { CodeLook } from '../canvas/look';
import { stride, type Codes, type Sheet } from '../model/rows';
import classes from './Editor.module.css';

/** Which letter and colour stands for what, of what is on the sheet. */
export function Legend({ codes, sheet, looks }: { codes: Codes; sheet: Sheet; looks: readonly CodeLook[] }) {
  const used = useMemo(() => {
    const places = new Set<number>();
    for (const { activities } of sheet.rows) {
      for (let at = 4; at < activities.length; at += stride) {
        places.add(activities[at] ?? -1);
      }
    }
    return [...places].sort((one, other) => one - other);
  }, [sheet]);
  return (
    <div className={classes.codes}>
      {used.map((place) => {
        const look = looks[place];
        return look && (
          <span key={place}><i className={classes.codeSign} style={{ background: look.fill, color: look.ink }} aria-hidden>{look.letter}</i>{codes.nameOf(place)}</span>
        );
      })}
      <span>A bar at the foot: changed by the draft. A red corner with “!”: breaks a rule.</span>
    </div>
  );
}
