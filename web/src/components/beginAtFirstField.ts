const fields = 'form :is(input, select, textarea):not(:disabled, [readonly], [type=hidden], [type=file])';

/**
 * A dialog that asks for something begins at what it asks first, not at the button that closes it; also where that has to be
 * loaded, as long as nobody has pressed a key. Not by touch: the keyboard would cover what is to be read.
 */
export function beginAtFirstField(body: HTMLElement | null): (() => void) | undefined {
  if (!body || matchMedia('(pointer: coarse)').matches) {
    return undefined;
  }
  const begin = () => {
    const field = body.querySelector<HTMLElement>('[data-autofocus]') ?? body.querySelector<HTMLElement>(fields);
    if (!field) {
      return;
    }
    watcher.disconnect();
    // Mantine looks for it when the dialog opens; after that it is too late.
    field.dataset.autofocus = '';
    const now = document.activeElement;
    if (!body.contains(now) && body.closest('[role=dialog]')?.contains(now)) {
      field.focus({ preventScroll: true });
    }
  };
  const watcher = new MutationObserver(begin);
  const leave = () => watcher.disconnect();
  watcher.observe(body, { childList: true, subtree: true });
  document.addEventListener('keydown', leave, { once: true });
  begin();
  return () => {
    leave();
    document.removeEventListener('keydown', leave);
  };
}
