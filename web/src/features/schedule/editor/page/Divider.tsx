import { useState, type PointerEvent } from 'react';
import classes from './Editor.module.css';

const [least, most, step] = [60, 420, 20];
const within = (height: number) => Math.max(least, Math.min(most, height));

interface DividerProps {
  height: number;
  onHeight: (height: number) => void;
  /** It is let go. */
  onDone: () => void;
}

/** How high the pane below is: dragged, or by the arrow keys. */
export function Divider({ height, onHeight, onDone }: DividerProps) {
  const [from, setFrom] = useState<number>();
  const onMove = ({ clientY }: PointerEvent) => {
    if (from !== undefined) {
      onHeight(within(from - clientY));
    }
  };
  return (
    <div
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the coverage"
      aria-valuenow={height}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      className={classes.divider}
      onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); setFrom(height + event.clientY); }}
      onPointerMove={onMove}
      onPointerUp={() => { setFrom(undefined); onDone(); }}
      onBlur={onDone}
      onKeyDown={({ key }) => (key === 'ArrowUp' || key === 'ArrowDown') && onHeight(within(height + (key === 'ArrowUp' ? step : -step)))}
    />
  );
}
