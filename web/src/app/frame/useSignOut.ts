import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import { toProblem } from '@/api/problem';
import { sessionQuery, signOut } from '@/api/session';

/** Ends the session on the server and forgets everything that was read under it. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { mutate } = useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate({ to: '/sign-in', ignoreBlocker: true });
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
    onError: (error) => {
      notifications.show({ color: 'red', title: 'You are still signed in', message: toProblem(error).message });
    },
  });
  return () => mutate();
}
