import { useComputedColorScheme, VisuallyHidden } from '@mantine/core';
import { useEffect, useEffectEvent, useId, useRef } from 'react';
import { activityWords, dateWords } from '../model/words';
import type { Codes } from '../model/rows';
import { focused } from '../model/stops';
import classes from './Grid.module.css';
import type { GridActions, GridScene } from './GridScene';
import { GridView } from './GridView';
import { headHeight, rowHeight } from './place';
import type { Viewport } from './Viewport';

interface GridCanvasProps {
  scene: GridScene;
  actions: GridActions;
  codes: Codes;
  viewport: Viewport;
  label: string;
}

/**
 * Everybody's activities, drawn. What has the focus is a real row of cells beside it, so that a screen reader reads what the
 * eye sees.
 */
export function GridCanvas({ scene, actions, codes, viewport, label }: GridCanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useRef<GridView>(undefined);
  const id = useId();
  const colours = useComputedColorScheme();
  const first = useEffectEvent((to: GridView) => to.set(scene, actions));
  const actionsNow = useEffectEvent(() => actions);
  useEffect(() => {
    if (!host.current || !canvas.current) {
      return undefined;
    }
    const made = new GridView(host.current, canvas.current, viewport, actionsNow());
    view.current = made;
    first(made);
    return () => made.destroy();
  }, [viewport]);
  useEffect(() => view.current?.set(scene, actions), [scene, actions]);
  useEffect(() => view.current?.dress(), [colours]);
  const { sheet, zoom, focus } = scene;
  const at = focus && focused(sheet, focus);
  return (
    <div
      ref={host}
      className={classes.host}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={sheet.rows.length}
      aria-readonly={!scene.mayEdit}
      aria-activedescendant={at ? `${id}-${at.index}` : undefined}
    >
      <div className={classes.space} style={{ width: `${zoom * 100}%`, height: headHeight + sheet.rows.length * rowHeight }}>
        <canvas ref={canvas} className={classes.canvas} aria-hidden />
      </div>
      <VisuallyHidden className={classes.words}>
        <div role="row" aria-rowindex={(focus?.row ?? 0) + 1}>
          <span role="rowheader">{at?.row.name ?? 'Nobody'}</span>
          {at?.stops.map(({ day, activity }, index) => (
            <span key={`${day}-${activity?.layer ?? -1}-${activity?.start ?? 0}`} role="gridcell" id={`${id}-${index}`} aria-selected={index === at.index}>
              {at.row.name}, {dateWords(sheet.clock, day)}: {activity ? activityWords(sheet.clock, codes, activity) : 'free'}
            </span>
          ))}
        </div>
      </VisuallyHidden>
    </div>
  );
}
