import { useQuery } from '@tanstack/react-query';
import { Outlet, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { sessionQuery } from '@/api/session';
import { BottomBar } from './BottomBar';
import { Commands } from './Commands';
import classes from './Frame.module.css';
import { Rail } from './Rail';
import { TopBar } from './TopBar';
import { useServerTheme } from './useServerTheme';

/** What surrounds every page behind the sign-in. */
export function Frame() {
  useLeaveWithoutSession();
  useServerTheme();
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip}>Skip to the page</a>
      <Rail />
      <TopBar />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <BottomBar />
      <Commands />
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
