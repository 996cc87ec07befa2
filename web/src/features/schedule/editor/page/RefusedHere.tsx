import { Alert, CloseButton, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { daysBetween } from '@/lib/dates';
import { headHeight, Place, rowHeight } from '../canvas/place';
import type { Viewport } from '../canvas/Viewport';
import type { Sheet } from '../model/rows';
import classes from './Editor.module.css';
import type { Refused } from './useOutbox';

interface RefusedHereProps {
  refused: Refused;
  sheet: Sheet;
  viewport: Viewport;
  onClose: () => void;
}

/** Why an edit was not done, beside the day that it was for; it goes along when the grid is scrolled. */
export function RefusedHere({ refused: { what, problem, edit }, sheet, viewport, onClose }: RefusedHereProps) {
  const ref = useRef<HTMLDivElement>(null);
  const row = sheet.rows.findIndex(({ id }) => id === edit?.agent_id);
  useEffect(() => viewport.follow((view) => {
    const box = ref.current;
    if (box && view.width > 0) {
      const place = new Place(view, sheet);
      const minute = edit?.start ? sheet.clock.minuteAt(edit.start) : edit ? sheet.clock.startOf(daysBetween(sheet.clock.from, edit.day)) : 0;
      const y = row < 0 ? headHeight : place.y(row) + rowHeight + 4;
      box.style.left = `${Math.max(8, Math.min(place.x(minute), view.width - box.offsetWidth - 8))}px`;
      box.style.top = `${Math.max(headHeight, Math.min(y, view.height - box.offsetHeight - 8))}px`;
    }
  }), [viewport, sheet, edit, row]);
  return (
    <div ref={ref} className={classes.refused}>
      <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title="Not done">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text size="sm">{what}. {problem.errors.length > 0 ? problem.errors.map(({ field, message }) => `${field} ${message}`).join(' ') : problem.message}</Text>
          <CloseButton aria-label="Dismiss" onClick={onClose} />
        </Group>
      </Alert>
    </div>
  );
}
