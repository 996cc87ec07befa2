import { useMemo, useState } from 'react';
import type { GridActions } from '../canvas/GridScene';
import type { Cut } from '../canvas/numbers';
import type { UnitClock } from '../model/clock';
import { byClock, insideOf, onDay, Steps } from '../model/edits';
import { activitiesOf, type Activity, type Codes, type Row, type Sheet } from '../model/rows';
import { focused, type Focus, type Landing } from '../model/stops';
import { activityWords, dateWords } from '../model/words';
import type { Editor } from './useOutbox';

/** What was taken along: a copy of an activity or of all of a day, or an activity that is to go from an agent. Times are by that clock. */
type Taken = { clock: UnitClock } & (
  | { what: 'day'; day: number; activities: Activity[] }
  | { what: 'activity'; activity: Activity }
  | { what: 'cut'; activity: Activity; from: Pick<Row, 'id' | 'name'> });

interface Around {
  sheet: Sheet;
  codes: Codes;
  editor: Editor;
  onFocus: (focus: Focus) => void;
  onOpen: (focus: Focus) => void;
  onZoom: (by: number) => void;
  onHelp: () => void;
  say: (words: string) => void;
}

/** What keys and pointer do, in steps that the server knows. */
export function useEdits({ sheet, codes, editor, onFocus, onOpen, onZoom, onHelp, say }: Around) {
  const [taken, setTaken] = useState<Taken>();
  const { clock } = sheet;
  const steps = new Steps(sheet, codes);
  const on = (row: Pick<Row, 'name'>, day: number) => `${row.name}, ${dateWords(clock, day)}`;

  const shape = (row: Row, activity: Activity, start: number, minutes: number) => {
    const isMoved = minutes === activity.minutes;
    const edit = isMoved ? steps.move(row, activity, start) : steps.resize(row, activity, start, minutes);
    const { layer, day, code } = activity;
    onFocus({ row: sheet.rows.findIndex(({ id }) => id === row.id), day, layer, start });
    editor.edit(`${isMoved ? 'Move' : 'Resize'} to ${activityWords(clock, codes, { start, minutes, code })}: ${on(row, day)}`, [edit]);
  };

  const remove = (row: Row, activity: Activity) =>
    editor.edit(`Remove ${activityWords(clock, codes, activity)}: ${on(row, activity.day)}`, steps.remove(row, activity));

  const add = (row: Row, activity: Activity) =>
    editor.edit(`Add ${activityWords(clock, codes, activity)}: ${on(row, activity.day)}`, [steps.add(row, activity)]);

  const replace = (row: Row, day: number, activities: readonly Activity[], what: string) =>
    editor.edit(`${what}: ${on(row, day)}`, [steps.replace(row, day, activities)]);

  const swap = (row: Row, day: number, other: Row) =>
    editor.edit(`Swap with ${other.name}: ${on(row, day)}`, [steps.swap(row, day, other.id)]);

  /** To another agent or day, as one edit. */
  const moveOnto = (from: Pick<Row, 'id' | 'name'>, activity: Activity, to: Landing) => {
    const { layer, minutes, code } = activity;
    onFocus({ row: sheet.rows.findIndex(({ id }) => id === to.row.id), day: to.day, layer, start: to.start });
    const what = activityWords(clock, codes, { start: to.start, minutes, code });
    editor.edit(`Move to ${on(to.row, to.day)}, ${what}: ${on(from, activity.day)}`, [steps.moveOnto(from.id, activity, to)]);
  };

  /** The same there too, as one edit. */
  const copyOnto = (from: Row, activity: Activity, to: Landing) => {
    const { layer, minutes, code } = activity;
    onFocus({ row: sheet.rows.findIndex(({ id }) => id === to.row.id), day: to.day, layer, start: to.start });
    const what = activityWords(clock, codes, { start: to.start, minutes, code });
    editor.edit(`Copy to ${on(to.row, to.day)}, ${what}: ${on(from, activity.day)}`, steps.copyOnto(from, activity, to));
  };

  /** All shifts of a day, with what lies in them, become another agent's. */
  const give = (row: Row, day: number, other: Row) => {
    const shifts = activitiesOf(row, day).filter(({ layer }) => layer === 0);
    editor.edit(`Give to ${other.name}: ${on(row, day)}`, shifts.map((one) => steps.moveOnto(row.id, one, { row: other, day, start: one.start })));
  };

  const cut = (focus: Focus) => {
    const at = focused(sheet, focus);
    const activity = at?.stop.activity;
    if (!at || !activity) {
      say('There is nothing to cut on a free day.');
      return;
    }
    setTaken({ what: 'cut', clock, activity, from: at.row });
    say(`Cut ${activityWords(clock, codes, activity)}: Ctrl+V puts it where the focus is, Escape leaves it.`);
  };

  const copy = (focus: Focus) => {
    const at = focused(sheet, focus);
    if (!at) {
      return;
    }
    const { row, stop: { day, activity } } = at;
    if (activity && activity.layer > 0) {
      setTaken({ what: 'activity', clock, activity });
      say(`Copied ${activityWords(clock, codes, activity)}`);
    } else {
      setTaken({ what: 'day', clock, day, activities: activitiesOf(row, day) });
      say(`Copied ${on(row, day)}`);
    }
  };

  const paste = (focus: Focus) => {
    const at = focused(sheet, focus);
    if (!taken || !at) {
      say('Nothing is copied yet. Ctrl+C copies the day or the activity that has the focus, Ctrl+X cuts it.');
      return;
    }
    const { row, stop: { day } } = at;
    if (taken.what === 'day') {
      replace(row, day, taken.activities.length > 0 ? onDay(clock, taken.activities, day, taken.clock) : [], 'Paste');
      return;
    }
    const [activity] = onDay(clock, [taken.activity], day, taken.clock);
    if (activity && taken.what === 'activity') {
      add(row, activity);
    } else if (activity && taken.what === 'cut') {
      moveOnto(taken.from, byClock(clock, taken.activity, taken.clock), { row, day, start: activity.start });
      setTaken(undefined);
    }
  };

  const leave = () => {
    if (taken?.what === 'cut') {
      setTaken(undefined);
      say('Nothing is cut.');
    }
  };

  const cutOut = useMemo(() => cutOf(taken, clock), [taken, clock]);

  const actions: GridActions = {
    onFocus, onOpen, onZoom, onHelp,
    onShape: shape,
    onMove: moveOnto,
    onCopyTo: copyOnto,
    onHold: (held) => say(held ? `${activityWords(clock, codes, held)}: let go to move it, with Ctrl to copy it; Escape leaves it.` : ''),
    onRemove: (focus) => {
      const at = focused(sheet, focus);
      if (at?.stop.activity) {
        remove(at.row, at.stop.activity);
      }
    },
    onCopy: copy,
    onCut: cut,
    onPaste: paste,
    onLeave: leave,
    onUndo: () => void editor.undo(),
  };
  return { actions, shape, remove, add, replace, swap, give, inside: insideOf, cut: cutOut };
}

function cutOf(taken: Taken | undefined, clock: UnitClock): Cut | undefined {
  return taken?.what === 'cut' ? { agent: taken.from.id, ...byClock(clock, taken.activity, taken.clock) } : undefined;
}

export type Edits = ReturnType<typeof useEdits>;
