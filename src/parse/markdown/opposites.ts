/** Verbs of which one takes back what the other does, the one that sets going first. Those with "un" before them need no line; what is added and removed, or made and deleted, may well be two things. */
export const OPPOSITES: readonly (readonly [on: string, off: string])[] = [
  ['start', 'stop'],
  ['enable', 'disable'],
  ['activate', 'deactivate'],
  ['resume', 'pause'],
  ['resume', 'suspend'],
  ['uncordon', 'drain'],
  ['attach', 'detach'],
];
