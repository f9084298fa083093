// The shape of a picture: as wide and as high as the room that it has.

const [NARROWEST, WIDEST] = [0.45, 2.2];

/**
 * How strongly nodes are drawn to the middle, across and down.
 * @param {number} aspect width of the room by its height
 * @param {number} strength of both where the room is square
 */
export function pulls(aspect, strength) {
  const by = Math.max(NARROWEST, Math.min(WIDEST, aspect));
  return [strength / by, strength * by];
}

const MOST = 1.9; // times as wide, or as high

/**
 * The same places, drawn apart to the shape of the room: nothing comes nearer to anything, and names get room.
 * @param {Float32Array} xy x and y of one after the other
 * @param {number} aspect width of the room by its height
 */
export function stretched(xy, aspect) {
  const ends = [0, 1].map((axis) => {
    const all = xy.filter((_, k) => k % 2 === axis);
    return [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
  });
  const [wide, high] = ends.map(([least, most]) => Math.max(1, most - least));
  const by = wide / high / aspect;
  const times = [Math.max(1, Math.min(MOST, 1 / by)), Math.max(1, Math.min(MOST, by))];
  const middles = ends.map(([least, most]) => (least + most) / 2);
  return xy.map((at, k) => middles[k % 2] + (at - middles[k % 2]) * times[k % 2]);
}
