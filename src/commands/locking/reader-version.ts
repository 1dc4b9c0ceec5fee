declare const RUNBOOK_READER: string;

/** The version of the reader: a digest of the sources that read and plan, so that even a changed word list gives another version. */
export function readerVersion(): string {
  return RUNBOOK_READER;
}
