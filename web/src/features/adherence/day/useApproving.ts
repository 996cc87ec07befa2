import { useMutation, useQueryClient } from '@tanstack/react-query';
import { adherenceKey, approve, takeApprovalBack, type Approving } from '@/api/adherence';
import { useMayIn } from '@/api/session';
import { useIntent } from '@/api/useIntent';
import { told } from '@/components/told';
import type { ApprovingProps } from './Approving';

/** Approves what an agent did, and takes approvals back; what is shown follows at once. */
export function useApproving(agent: string, unit: string | undefined): ApprovingProps {
  const queries = useQueryClient();
  const onDone = () => void queries.invalidateQueries({ queryKey: adherenceKey });
  const approving = useIntent((body: Approving, key) => approve(body, key), () => {
    told('It counts as explained');
    onDone();
  });
  const takingBack = useMutation({
    mutationFn: (id: string) => takeApprovalBack(agent, id),
    onSuccess: () => {
      told('The approval is taken back');
      onDone();
    },
  });
  return {
    may: useMayIn('adherence:approve', unit),
    approve: (body) => approving.mutate({ agent, body }),
    takeBack: (id) => takingBack.mutate(id),
    isBusy: approving.isPending || takingBack.isPending,
    error: approving.error ?? takingBack.error,
  };
}
