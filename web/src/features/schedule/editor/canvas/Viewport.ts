import type { View } from './place';

/** What the grid shows; panes above and below follow it in the same frame. */
export class Viewport {
  now: View = { width: 0, height: 0, top: 0, left: 0, zoom: 1 };
  private readonly followers = new Set<(view: View) => void>();

  follow(follower: (view: View) => void): () => void {
    this.followers.add(follower);
    follower(this.now);
    return () => void this.followers.delete(follower);
  }

  show(view: View): void {
    this.now = view;
    this.followers.forEach((follower) => follower(view));
  }
}
