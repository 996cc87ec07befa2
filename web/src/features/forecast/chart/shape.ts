/** Where lines are drawn for an axis from 0 to a greatest value: at most five steps of 1, 2 or 5. */
export function niceSteps(greatest: number): number[] {
  const rough = Math.max(greatest, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10) * power;
  const count = Math.ceil(Math.max(greatest, 1) / step);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

type Values = readonly (number | null)[];

/** The longest runs without a gap, as places of their first and last. */
export function runs(values: Values): { from: number; through: number }[] {
  const found: { from: number; through: number }[] = [];
  values.forEach((value, index) => {
    const last = found.at(-1);
    if (value === null) {
      return;
    }
    if (last?.through === index - 1) {
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
}

const at = ({ x, y }: Scale, index: number, value: number | null | undefined) => `${x(index).toFixed(1)},${y(value ?? 0).toFixed(1)}`;

/** A line through the values; nothing over a gap. */
export const linePath = (values: Values, scale: Scale): string =>
  runs(values).map(({ from, through }) =>
    `M${values.slice(from, through + 1).map((value, index) => at(scale, from + index, value)).join('L')}`).join('');

/** The area between two lines. */
export function bandPath(low: Values, high: Values, scale: Scale): string {
  return runs(low).map(({ from, through }) => {
    const places = Array.from({ length: through - from + 1 }, (_, index) => from + index);
    const there = places.map((index) => at(scale, index, high[index]));
    const back = places.reverse().map((index) => at(scale, index, low[index]));
    return `M${[...there, ...back].join('L')}Z`;
  }).join('');
}
