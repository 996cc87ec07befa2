import { useEffect, useEffectEvent } from 'react';

/** What is open, the last on top. */
const open: object[] = [];
const taken = new WeakSet<Event>();

/** A list or a question that is open in it is closed first. */
const isOfAnother = (target: EventTarget | null): boolean =>
  target instanceof Element && (target.getAttribute('data-mantine-stop-propagation') === 'true' || target.closest('.mantine-Popover-dropdown, .mantine-Menu-dropdown') !== null);

/** Escape closes what lies on top, and nothing below it. */
export function useEscape(close: () => void): void {
  const onEscape = useEffectEvent(close);
  useEffect(() => {
    const me = {};
    open.push(me);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && open.at(-1) === me && !taken.has(event) && !isOfAnother(event.target)) {
        taken.add(event);
        onEscape();
      }
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      open.splice(open.indexOf(me), 1);
    };
  }, []);
}
