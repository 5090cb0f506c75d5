/**
 * A number from 1 to `count`, small ones more often: the n-th most popular thing is asked for about 1/n as often as the
 * first (Zipf's law with exponent 1), as in shops and libraries. `draw` is in [0, 1).
 */
export const popular = (draw: number, count: number): number => Math.floor(Math.exp(draw * Math.log(count + 1)));
