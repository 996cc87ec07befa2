import { useMutation, useQueryClient } from '@tanstack/react-query';
import { preferenceQuery, putPreference, type Preferences } from './preferences';

/** Remembers what changes of the state of a page: here at once, on the server as soon as it answers. The rest stays as it was. */
export function useRemember<Page extends keyof Preferences>(page: Page): (changes: Preferences[Page]) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: async (changes: Preferences[Page]) => {
      const before = await queries.query(preferenceQuery(page)).catch(() => null);
      const value = { ...before, ...changes };
      queries.setQueryData(preferenceQuery(page).queryKey, value);
      return putPreference(page, value);
    },
  });
  return mutate;
}
