import { useMutation, useQueryClient } from '@tanstack/react-query';
import { preferenceQuery, putPreference, type Preferences } from './preferences';

/** Remembers the state of a page: here at once, on the server as soon as it answers. */
export function useRemember<Page extends keyof Preferences>(page: Page): (value: Preferences[Page]) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (value: Preferences[Page]) => putPreference(page, value),
    onMutate: (value) => void queries.setQueryData(preferenceQuery(page).queryKey, value),
  });
  return mutate;
}
