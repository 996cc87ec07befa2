import { useEffect } from 'react';

// Longer than Mantine takes to give a focus back.
const waitMilliseconds = 60;
const patienceMilliseconds = 4_000;

/** What had the focus: how it is found when it is drawn anew, and what it lay in and beside, from the inside out. */
interface Had {
  element: HTMLElement;
  name: string;
  around: { parent: HTMLElement; beside: (Element | null)[] }[];
  /** For what lies in a question that has popped up: what asked it. */
  asker: Had | undefined;
}

const questions = '.mantine-Popover-dropdown';

function nameOf(element: HTMLElement): string {
  const [label] = (element as HTMLInputElement).labels ?? [];
  return element.getAttribute('aria-label') ?? label?.textContent ?? (element.localName === 'button' ? element.textContent : '');
}

function seen(element: HTMLElement, before: Had | undefined): Had {
  const around: Had['around'] = [];
  for (let [one, parent] = [element, element.parentElement]; parent; [one, parent] = [parent, parent.parentElement]) {
    around.push({ parent, beside: [one.nextElementSibling, one.previousElementSibling] });
  }
  const isAsked = element.closest(questions) !== null;
  return { element, name: nameOf(element), around, asker: isAsked ? before?.asker ?? before : undefined };
}

/** What came after it, else before it, else what it lay in: Tab goes on from there, and Enter does nothing. */
function spotOf({ element, around }: Had): HTMLElement | undefined {
  const rest = around.find(({ parent }) => parent.isConnected);
  // What is only off for now is not left for its neighbour, which would do something else.
  const beside = element.isConnected ? undefined
    : rest?.beside.find((one) => one instanceof HTMLElement && one.isConnected && !one.matches(':disabled') && rest.parent.contains(one));
  // The cell of a button may be left empty, and nobody sees where they are: their row stays.
  const spot = (beside as HTMLElement | undefined) ?? rest?.parent.closest<HTMLElement>('tr, li, [role=row]') ?? rest?.parent;
  return spot?.closest('main, [role=dialog]') ? spot : undefined;
}

/** Where nothing of what it lay in is left: what lies on top of the page, else the page. Behind a dialog nobody is to be. */
const ground = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('#main, [role=dialog][aria-modal=true]')].at(-1);

/** It went, or it is off: of a button that sends something, as long as that is under way. */
const isGone = (had: Had | undefined): boolean => had !== undefined && (!had.element.isConnected || had.element.matches(':disabled'));

function rest(on: HTMLElement): void {
  if (!on.hasAttribute('tabindex') && !on.matches('a[href], button, input, select, textarea')) {
    on.tabIndex = -1;
    on.addEventListener('blur', () => on.removeAttribute('tabindex'), { once: true });
  }
  on.focus({ preventScroll: true });
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/**
 * The focus is never lost when what had it goes or is off: it is on the same control as soon as that is drawn anew or on again,
 * as on a page that is read for another unit, until then on what lay beside it, else on what lies on top: a dialog or the page.
 * Who works by keys goes on where they were.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let had: Had | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    // What the focus was put on in place of what it was on, and until when that may come back.
    let instead: { of: Had; on: Element; until: number } | undefined;
    const onFocus = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && target !== instead?.on) {
        [had, instead] = [seen(target, had), undefined];
      }
    };
    const putBack = () => {
      timer = undefined;
      if (had && isGone(had) && isLost()) {
        const of = had.asker ?? had;
        const on = anew(of) ?? spotOf(of) ?? ground();
        instead = on ? { of, on, until: performance.now() + patienceMilliseconds } : undefined;
        if (on) {
          rest(on);
        }
      }
    };
    const watcher = new MutationObserver(() => {
      if (instead?.on === document.activeElement) {
        const again = performance.now() < instead.until ? anew(instead.of) : undefined;
        again?.focus({ preventScroll: true });
      } else if (isGone(had) && timer === undefined) {
        timer = setTimeout(putBack, waitMilliseconds);
      }
    });
    const onKey = () => { instead = undefined; };
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onKey);
    watcher.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onKey);
    };
  }, []);
}

/** The same control, drawn anew; nothing: it is not there yet, or there are several of its name. */
function anew({ element, name: first }: Had): HTMLElement | undefined {
  if (element.isConnected) {
    return element.matches(':disabled') ? undefined : element;
  }
  // Its name may have changed while it had the focus.
  const name = element.getAttribute('aria-label') ?? first;
  const all = name === '' ? [] : [...document.querySelectorAll<HTMLElement>(element.localName)].filter((one) => nameOf(one) === name);
  return all.length === 1 && !all[0]?.matches(':disabled') ? all[0] : undefined;
}
