import { Text } from '@mantine/core';
import { Dialog } from '@/components/Dialog';
import { Facts } from '@/components/Facts';

const keys: readonly (readonly [string, string])[] = [
  ['Arrows, Home, End, Page up, Page down', 'To the next activity, free day or agent; with Ctrl by days, or to the first and last agent'],
  ['Enter', 'Opens the day'],
  ['Shift + left, right', 'Earlier, later; done when Shift is let go'],
  ['Shift + down, up', 'Longer, shorter'],
  ['Delete', 'Removes the activity; a shift with what lies in it'],
  ['Ctrl + X, Ctrl + V', 'Moves the activity, a shift with what lies in it, to the agent and day that have the focus, at the same time of the clock'],
  ['Ctrl + C, Ctrl + V', 'Copies the activity or, from a shift or a free day, all of the day'],
  ['Ctrl + Z', 'Takes back what you did last'],
  ['+ and -', 'Nearer and farther'],
  ['Escape', 'Leaves a move that is not done yet, and what was cut'],
  ['?', 'This list'],
];

/** What can be done without a mouse, and with one. */
export function Keys({ close }: { close: () => void }) {
  return (
    <Dialog title="Keys of the schedule" close={close}>
      <Facts facts={keys} />
      <Text size="sm" mt="sm">
        With the mouse: drag an activity to another time, day or agent, with Ctrl held to copy it, and its edge to stretch it; at the edge of the window more rows come in.
        Double-click opens the day.
      </Text>
    </Dialog>
  );
}
