import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { sessionQuery } from '@/api/session';
import { told } from '@/components/told';
import { safeReturnTo } from '@/lib/returnTo';
import { Door } from './Door';
import { ChangePassword } from './PasswordForm';

const route = getRouteApi('/first-password');

/** No page opens before the first password is changed: the guard of the frame leads back here. */
export function FirstPasswordPage() {
  const { return_to } = route.useSearch();
  const queries = useQueryClient();
  const router = useRouter();
  const done = async () => {
    await queries.query({ ...sessionQuery, staleTime: 0 });
    told('Your password is changed');
    router.history.push(safeReturnTo(return_to));
  };
  return (
    <Door title="Choose your own password" note="The first password was made for you. Replace it before you go on.">
      <ChangePassword done={done} />
    </Door>
  );
}
