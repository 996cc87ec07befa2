/** Where lines are drawn for an axis from 0 to a greatest value: at most five steps of 1, 2 or 5. */
export function niceSteps(greatest: number): number[] {
  const rough = Math.max(greatest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const count = Math.ceil(Math.max(greatest, 1) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

type Values = readonly (number | null)[];

/** The longest runs without a gap, as places of their first and last; where `begins` says so, a new one begins. */
export function runs(values: Values, begins: (index: number) => boolean = () => false): { from: number; through: number }[] {
  const found: { from: number; through: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (value === null) {
      return;
    }
    if (last?.through === index - 1 && !begins(index)) {
      last.through = index;
    } else {
      found.push({ from: index, through: index });
    }
  });
  return found;
}

interface Scale {
  x: (index: number) => number;
  y: (value: number) => number;
  begins?: (index: number) => boolean;
}

/** How much of its room a place that stands alone takes. */
const alone = 0.3;

const at = ({ x, y }: Scale, index: number, value: number | null | undefined) => `${x(index).toFixed(1)},${y(value ?? 0).toFixed(1)}`;

/** A line through the values; nothing over a gap. */
export const linePath = (values: Values, scale: Scale): string =>
  runs(values, scale.begins).map(({ from, through }) =>
    `M${values.slice(from, through + 1).map((value, index) => at(scale, from + index, value)).join('L')}`).join('');

/** The area between two lines; between two points that stand alone a bar. */
export function bandPath(low: Values, high: Values, scale: Scale & { step: number }): string {
  return runs(low, scale.begins).map(({ from, through }) => {
    if (from === through) {
      const [top, bottom] = [scale.y(high[from] ?? 0), scale.y(low[from] ?? 0)].map((y) => y.toFixed(1));
      const [left, right] = [-alone, alone].map((part) => (scale.x(from) + part * scale.step).toFixed(1));
      return `M${left},${top}H${right}V${bottom}H${left}Z`;
    }
    const places = Array.from({ length: through - from + 1 }, (_, index) => from + index);
    const there = places.map((index) => at(scale, index, high[index]));
    const back = places.reverse().map((index) => at(scale, index, low[index]));
    return `M${[...there, ...back].join('L')}Z`;
  }).join('');
}
