import { Link } from '@tanstack/react-router';
import { useHeld } from '@/api/session';
import { areasOf } from '../areas';
import classes from './Frame.module.css';

export function Rail() {
  const areas = areasOf(useHeld());
  return (
    <nav className={classes.rail} aria-label="Areas">
      <div className={classes.mark}>
        <img src="/favicon.svg" alt="Muster" width={30} height={30} />
      </div>
      {areas.map(({ path, name, icon: Sign }) => (
        <Link key={path} to={path} className={classes.entry}>
          <Sign size={20} stroke={1.6} aria-hidden />
          {name}
        </Link>
      ))}
    </nav>
  );
}
