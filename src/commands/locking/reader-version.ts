declare const RUNBOOK_READER: string;

/** Which reader this is: a digest of the sources that read and plan, so that a changed word list is another reader. */
export function readerVersion(): string {
  return RUNBOOK_READER;
}
