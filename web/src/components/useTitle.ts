import { useEffect } from 'react';

/**
 * What the tab of the browser is called while this is open: several of them can be told apart, and a screen reader says it first.
 * Without a name it stays as it is.
 */
export function useTitle(...names: readonly (string | undefined)[]): void {
  const named = [...new Set(names.filter((name) => name !== undefined))].join(' · ');
  useEffect(() => {
    if (named) {
      document.title = named.endsWith('Muster') ? named : `${named} · Muster`;
    }
  }, [named]);
}
