/** Milliseconds that this thread computed while `work` ran: what else the machine does meanwhile counts less than on a clock. */
export function cpuTime(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
