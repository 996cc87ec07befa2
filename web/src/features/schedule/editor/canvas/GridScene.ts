import type { Activity, Row } from '../model/rows';
import type { Focus, Landing } from '../model/stops';
import type { Scene } from './paint';

/** What is done on the canvas, in terms of the schedule. */
export interface GridActions {
  onFocus: (focus: Focus) => void;
  onOpen: (focus: Focus) => void;
  /** The activity is to start and last otherwise. */
  onShape: (row: Row, activity: Activity, start: number, minutes: number) => void;
  /** It is to be of another day, or of another agent. */
  onMove: (row: Row, activity: Activity, to: Landing) => void;
  /** It is to be there as well, a shift with what lies in it. */
  onCopyTo: (row: Row, activity: Activity, to: Landing) => void;
  /** Something is being dragged; undefined: no more. */
  onHold: (activity: Activity | undefined) => void;
  onRemove: (focus: Focus) => void;
  onCopy: (focus: Focus) => void;
  onCut: (focus: Focus) => void;
  onPaste: (focus: Focus) => void;
  onUndo: () => void;
  /** Nothing was going on, and it is to be left: what was cut stays where it is. */
  onLeave: () => void;
  onZoom: (by: number) => void;
  onHelp: () => void;
}

export interface GridScene extends Omit<Scene, 'ghost' | 'hasFocus'> {
  zoom: number;
  /** Minutes by which things move. */
  interval: number;
  mayEdit: boolean;
}
