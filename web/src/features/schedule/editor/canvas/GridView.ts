import { focused, isSame, moved, type Focus } from '../model/stops';
import { cursorOf, dragged, isBegun, isCopying, pullOf, type Drag } from './drag';
import type { GridActions, GridScene } from './GridScene';
import { activityAt } from './hit';
import { changes, commandOf, stepOf, wayOf, type Command } from './keys';
import { readTheme } from './look';
import { Painter } from './paint';
import type { Ghost } from './paintGhost';
import { gripAt, headHeight, nameWidth, Place, rowHeight, type View } from './place';
import { lookAt, reveal } from './scrolling';
import { shapedAs, type Shaping, type Span } from './shaping';
import type { Viewport } from './Viewport';

/** The canvas, its scrolling, its pointer and its keys. React is told what was done, never where the pointer is. */
export class GridView {
  private readonly host: HTMLDivElement;
  private readonly canvas: HTMLCanvasElement;
  private readonly viewport: Viewport;
  private readonly painter: Painter | undefined;
  private readonly ends = new AbortController();
  private readonly sizes: ResizeObserver;
  private actions: GridActions;
  private scene: GridScene | undefined;
  private ghost: Ghost | undefined;
  private shaping: Shaping | undefined;
  private drag: Drag | undefined;
  private frame = 0;

  constructor(host: HTMLDivElement, canvas: HTMLCanvasElement, viewport: Viewport, actions: GridActions) {
    [this.host, this.canvas, this.viewport, this.actions] = [host, canvas, viewport, actions];
    const pen = canvas.getContext('2d', { alpha: false });
    this.painter = pen ? new Painter(pen, readTheme(canvas)) : undefined;
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(host);
    const on = <Name extends keyof HTMLElementEventMap>(name: Name, act: (event: HTMLElementEventMap[Name]) => void) =>
      host.addEventListener(name, act, { signal: this.ends.signal });
    on('scroll', () => this.soon());
    on('keydown', (event) => { this.turn(event); this.key(event); });
    on('keyup', (event) => { this.turn(event); if (event.key === 'Shift' && !this.drag) { this.commit(); } });
    on('focus', () => this.soon());
    on('blur', () => { if (this.drag) { this.cancel(); } else { this.commit(); } this.soon(); });
    on('pointerdown', (event) => this.down(event));
    on('pointermove', (event) => this.over(event));
    on('pointerup', (event) => this.up(event));
    on('pointercancel', () => this.cancel());
    on('dblclick', (event) => this.open(event));
    on('contextmenu', (event) => { event.preventDefault(); this.open(event); });
  }

  set(scene: GridScene, actions: GridActions): void {
    const before = this.scene;
    [this.scene, this.actions] = [scene, actions];
    if (before && before.zoom !== scene.zoom) {
      const view = this.view(before);
      const middle = new Place(view, before.sheet).minuteAt((view.width + nameWidth(view.width)) / 2);
      this.soon(() => lookAt(this.host, scene.sheet, this.view(scene), middle));
    } else if (scene.focus && !isSame(scene.focus, before?.focus)) { // Others' edits leave who reads on where they are.
      const { focus } = scene;
      this.soon(() => reveal(this.host, scene.sheet, () => this.view(scene), focus));
    }
    this.soon();
  }

  dress(): void {
    this.painter?.dress(readTheme(this.canvas));
    this.soon();
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    this.sizes.disconnect();
    this.ends.abort();
  }

  private get rowsInSight(): number {
    return Math.max(1, Math.floor((this.host.clientHeight - headHeight) / rowHeight) - 1);
  }

  private soon(first?: () => void): void {
    first?.();
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.pull();
      this.draw();
    });
  }

  private view({ zoom }: Pick<GridScene, 'zoom'>): View {
    const { clientWidth: width, clientHeight: height, scrollTop: top, scrollLeft: left } = this.host;
    return { width, height, top, left, zoom };
  }

  private draw(): void {
    const { scene, canvas, painter } = this;
    if (!scene || !painter || this.host.clientWidth === 0) {
      return;
    }
    const view = this.view(scene);
    const sharp = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(view.width * sharp), Math.round(view.height * sharp)];
    if (canvas.width !== width || canvas.height !== height) {
      [canvas.width, canvas.height] = [width, height];
    }
    const hasFocus = document.activeElement === this.host;
    painter.paint({ ...scene, ghost: this.ghost, hasFocus }, view);
    this.viewport.show(view);
  }

  private key(event: KeyboardEvent): void {
    const { scene } = this;
    if (!scene || event.altKey) {
      return;
    }
    const focus = scene.focus ?? { row: 0, day: 0, layer: -1, start: 0 };
    const act = this.command(commandOf(event), focus, scene) ?? this.stepKey(event, focus, scene) ?? this.wayKey(event, focus, scene);
    if (act) {
      event.preventDefault();
      event.stopPropagation();
      act();
    }
  }

  private command(command: Command | undefined, focus: Focus, { mayEdit }: GridScene): (() => void) | undefined {
    const { actions } = this;
    const acts: Record<Command, () => void> = {
      open: () => actions.onOpen(focus), remove: () => actions.onRemove(focus),
      copy: () => actions.onCopy(focus), cut: () => actions.onCut(focus), paste: () => actions.onPaste(focus),
      undo: actions.onUndo, help: actions.onHelp, nearer: () => actions.onZoom(1), farther: () => actions.onZoom(-1),
      leave: () => (this.ghost ? this.cancel() : actions.onLeave()),
    };
    return command && (mayEdit || !changes.has(command)) ? acts[command] : undefined;
  }

  /** Shift and an arrow; done when Shift is let go. */
  private stepKey(event: KeyboardEvent, focus: Focus, { sheet, interval, mayEdit }: GridScene): (() => void) | undefined {
    const step = stepOf(event);
    const at = focused(sheet, focus);
    return step && mayEdit ? () => {
      const activity = at?.stop.activity;
      if (at && activity) {
        const now = this.ghost ?? activity;
        const minutes = Math.max(interval, now.minutes + step.longer * interval);
        this.shape({ row: at.row, activity, isCopy: false }, { row: focus.row, start: now.start + step.later * interval, minutes });
      }
    } : undefined;
  }

  private wayKey(event: KeyboardEvent, focus: Focus, { sheet }: GridScene): (() => void) | undefined {
    const way = wayOf(event, this.rowsInSight, sheet.rows.length);
    return way && (() => {
      this.cancel();
      this.actions.onFocus(moved(sheet, focus, way));
    });
  }

  /** Draws something as it would be. */
  private shape(what: Omit<Shaping, 'to' | 'minutes'>, at: Span): void {
    const shaped = this.scene && shapedAs(this.scene, what, at);
    if (shaped) {
      [this.shaping, this.ghost] = [shaped.shaping, shaped.ghost];
      this.soon();
    }
  }

  private commit(): void {
    const { shaping } = this;
    this.cancel();
    if (!shaping) {
      return;
    }
    const { row, activity, to, minutes, isCopy } = shaping;
    const isElsewhere = to.row.id !== row.id || to.day !== activity.day;
    if (isCopy && (isElsewhere || to.start !== activity.start)) {
      this.actions.onCopyTo(row, activity, to);
    } else if (isElsewhere && minutes === activity.minutes) {
      this.actions.onMove(row, activity, to);
    } else if (to.start !== activity.start || minutes !== activity.minutes) { // Stretched over midnight as well: the rules say whether it may.
      this.actions.onShape(row, activity, to.start, minutes);
    }
  }

  private cancel(): void {
    if (this.drag?.isMoving) {
      this.actions.onHold(undefined);
    }
    [this.ghost, this.shaping, this.drag] = [undefined, undefined, undefined];
    this.soon();
  }

  private placeOf({ clientX, clientY }: MouseEvent): { x: number; y: number } {
    const box = this.host.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  }

  private hit(event: MouseEvent) {
    const { scene } = this;
    const { x, y } = this.placeOf(event);
    return scene && y > headHeight ? activityAt(scene.sheet, new Place(this.view(scene), scene.sheet), x, y) : undefined;
  }

  private down(event: PointerEvent): void {
    const at = this.hit(event);
    if (!at || event.button !== 0 || event.offsetX > this.host.scrollWidth) {
      return;
    }
    this.cancel();
    this.actions.onFocus(at.focus);
    const { scene } = this;
    if (at.activity && scene?.mayEdit && event.pointerType !== 'touch') {
      const from = this.placeOf(event);
      const minute = new Place(this.view(scene), scene.sheet).minuteAt(from.x);
      this.drag = { row: at.focus.row, agent: scene.sheet.rows[at.focus.row]?.id ?? '', activity: at.activity, grip: gripAt(from.x, at.left, at.right), from, minute, at: from, isMoving: false, isCopy: false };
    }
  }

  private over(event: PointerEvent): void {
    const { drag, scene } = this;
    if (!scene) {
      return;
    }
    if (!drag || event.buttons === 0) {
      const at = this.hit(event);
      const grip = at?.activity && scene.mayEdit ? gripAt(this.placeOf(event).x, at.left, at.right) : undefined;
      this.canvas.style.cursor = grip === undefined ? 'default' : grip === 'move' ? 'grab' : 'ew-resize';
      if (drag) { // It was let go where nobody heard of it.
        this.cancel();
      }
      return;
    }
    drag.at = this.placeOf(event);
    if (!drag.isMoving && isBegun(drag)) {
      drag.isMoving = true;
      this.host.setPointerCapture(event.pointerId);
      if (drag.grip === 'move') {
        this.actions.onHold(drag.activity);
      }
    }
    this.turn(event);
    this.follow();
  }

  /** Ctrl makes a copy of what is dragged, as long as it is held. */
  private turn(event: MouseEvent | KeyboardEvent): void {
    const { drag } = this;
    if (drag?.isMoving) {
      const wasCopy = drag.isCopy;
      drag.isCopy = isCopying(drag, event);
      this.canvas.style.cursor = cursorOf(drag);
      if (drag.isCopy !== wasCopy) {
        this.follow();
      }
    }
  }

  /** What is dragged goes where the pointer is. */
  private follow(): void {
    const { drag, scene } = this;
    if (drag?.isMoving && scene) {
      drag.row = scene.sheet.rows.findIndex(({ id }) => id === drag.agent); // Others may have been put above meanwhile.
      const row = scene.sheet.rows[drag.row];
      if (!row) {
        this.cancel();
        return;
      }
      this.shape({ row, activity: drag.activity, isCopy: drag.isCopy }, dragged(scene, new Place(this.view(scene), scene.sheet), drag));
    }
  }

  /** Rows and hours that are out of sight come in while something is held at the edge. */
  private pull(): void {
    const { drag, scene, host } = this;
    if (!drag?.isMoving || !scene) {
      return;
    }
    const { scrollTop, scrollLeft } = host;
    const { x, y } = pullOf(drag, this.view(scene), nameWidth(host.clientWidth));
    host.scrollTop += y;
    host.scrollLeft += x;
    if (host.scrollTop !== scrollTop || host.scrollLeft !== scrollLeft) {
      this.follow();
    }
  }

  private up(event: PointerEvent): void {
    if (this.drag?.isMoving) {
      this.turn(event);
      this.commit();
    }
    this.drag = undefined;
  }

  private open(event: MouseEvent): void {
    const at = this.hit(event);
    if (at) {
      this.cancel();
      this.actions.onOpen(at.focus);
    }
  }
}
