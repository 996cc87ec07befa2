import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { sessionQuery } from '@/api/session';
import { BottomBar } from './BottomBar';
import classes from './Frame.module.css';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useFocusKept } from './useFocusKept';
import { useServerTheme } from './useServerTheme';

/** Loaded when first asked for: nobody's first page needs it. */
const Commands = lazy(() => import('./Commands').then((module) => ({ default: module.Commands })));

/** What surrounds every page behind the sign-in. */
export function Frame() {
  useLeaveWithoutSession();
  useServerTheme();
  useFocusKept();
  const [asked, setAsked] = useState(0);
  const openCommands = () => setAsked((times) => times + 1);
  useHotkeys([['mod+K', openCommands]], []);
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip}>Skip to the page</a>
      <Rail />
      <TopBar openCommands={openCommands} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <BottomBar />
      {asked > 0 && (
        <Suspense>
          <Commands asked={asked} />
        </Suspense>
      )}
    </div>
  );
}

/** When the session is gone, the routes are asked again, and their guard leads to the sign-in page. */
function useLeaveWithoutSession(): void {
  const router = useRouter();
  const gone = useQuery(sessionQuery).data === null;
  useEffect(() => {
    if (gone) {
      void router.invalidate();
    }
  }, [gone, router]);
}
