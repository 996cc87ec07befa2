import { useBlocker } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';

const LeaveQuestion = lazy(() => import('./LeaveQuestion').then((module) => ({ default: module.LeaveQuestion })));

interface Place {
  pathname: string;
  search: object;
}

/** The rules that a place shows; what is open at the side is not part of it. */
const rulesAt = ({ pathname, search }: Place): string => {
  const { unit, from } = search as { unit?: string; from?: string };
  return JSON.stringify([pathname, unit, from]);
};

interface LeaveGuardProps {
  isDirty: boolean;
  /** Other rules are shown than those that are changed. */
  onLeave: () => void;
}

/** Asks before changes that are not saved are left behind. */
export function LeaveGuard({ isDirty, onLeave }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && rulesAt(current) !== rulesAt(next),
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') {
    return null;
  }
  return (
    <Suspense>
      <LeaveQuestion
        stay={blocker.reset}
        leave={() => {
          onLeave();
          blocker.proceed();
        }}
      />
    </Suspense>
  );
}
