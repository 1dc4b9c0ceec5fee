/** Calls back after so many milliseconds, once the keys that were pressed until then have been read: a program that was held up reads them late. Returns what calls it off. */
export function onceRead(ms: number, then: () => void): () => void {
  let reading: NodeJS.Immediate | undefined;
  // Input is read between the timers of a turn of the loop and its immediates.
  const waiting = setTimeout(() => (reading = setImmediate(then)), ms);
  return () => {
    clearTimeout(waiting);
    clearImmediate(reading);
  };
}
