import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { areas } from '../areas';

const product = 'Muster';

/** "Work plans · People · Muster": what a window is called, so that it is found among others and told when it changes. */
export function titleOf(pathname: string): string {
  const [, first = '', second = ''] = pathname.split('/');
  const area = areas.find(({ path }) => path === `/${first}`)?.name ?? inWords(first);
  return [inWords(second), area, product].filter(Boolean).join(' · ');
}

/** "work-plans" is "Work plans". */
const inWords = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1).replaceAll('-', ' ');

export function usePageTitle(): void {
  const title = titleOf(useRouterState({ select: (state) => state.location.pathname }));
  useEffect(() => {
    document.title = title;
    return () => { document.title = product; };
  }, [title]);
}
