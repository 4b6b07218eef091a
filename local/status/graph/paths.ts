export type Point = readonly [x: number, y: number];

const radius = 6;

const short = (value: number): string => String(Math.round(value * 10) / 10);
const at = ([x, y]: Point): string => `${short(x)} ${short(y)}`;

/** A line from a state down to one of the next row, as SVG writes it. */
export function curve(from: Point, to: Point): string {
  const half = (to[1] - from[1]) / 2;
  return `M${at(from)}C${at([from[0], from[1] + half])} ${at([to[0], to[1] - half])} ${at(to)}`;
}

/** A line with corners, each of them round. */
export function rounded([first, ...rest]: readonly [Point, ...Point[]]): string {
  let path = `M${at(first)}`;
  let before = first;
  rest.forEach((corner, index) => {
    const next = rest[index + 1];
    if (next === undefined) path += `L${at(corner)}`;
    else path += `L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, next))}`;
    before = corner;
  });
  return path;
}

function towards([x, y]: Point, [toX, toY]: Point): Point {
  const distance = Math.hypot(toX - x, toY - y);
  const part = distance === 0 ? 0 : Math.min(radius, distance / 2) / distance;
  return [x + (toX - x) * part, y + (toY - y) * part];
}
