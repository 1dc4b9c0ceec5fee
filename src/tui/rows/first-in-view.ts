/** The first row of a list that is shown where there is room for some: the marked one stands in the middle, as far as the list goes. */
export function firstInView(marked: number, room: number, count: number): number {
  return Math.max(0, Math.min(marked - Math.floor(room / 2), count - room));
}
