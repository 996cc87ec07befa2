import { useState, type KeyboardEvent } from 'react';

export const capsLockHint = '⇪ Caps Lock is on';

/** Whether Caps Lock is on, as far as the last key in a field told. */
export function useCapsLock() {
  const [on, setOn] = useState(false);
  const look = (event: KeyboardEvent) => setOn(event.getModifierState('CapsLock'));
  return { on, handlers: { onKeyDown: look, onKeyUp: look, onBlur: () => setOn(false) } };
}
