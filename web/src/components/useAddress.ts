import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Changes what the address says about this page; an empty value leaves it. Typing replaces, opening something adds to the history. */
export function useAddress(): (changes: Record<string, string | undefined>, how?: 'replace' | 'push') => void {
  const navigate = useNavigate();
  return useCallback((changes, how = 'replace') =>
    void navigate({
      to: '.',
      search: (now: Record<string, string | undefined>) => {
        const next = Object.entries({ ...now, ...changes }).filter(([, value]) => value);
        return Object.fromEntries(next);
      },
      replace: how === 'replace',
    }), [navigate]);
}
