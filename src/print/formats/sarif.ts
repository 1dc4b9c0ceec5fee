import { pathToFileURL } from 'node:url';
import type { ArtifactLocation, Log, ReportingDescriptor, Run } from 'sarif';
import { jsonText } from './json-text.ts';

/** The address of a file: relative to the working folder, as code scanning expects; a `file:` URL for an absolute path. */
export function sarifArtifact(path: string): ArtifactLocation {
  if (path.startsWith('/') || /^[A-Za-z]:[\\/]/.test(path)) return { uri: pathToFileURL(path).href };
  return { uri: path.replaceAll('\\', '/').replace(/^\.\//, '').split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** A SARIF 2.1.0 log of this version of runbook. */
export function sarifLog(version: string, rules: ReportingDescriptor[], run: Omit<Run, 'tool'>): string {
  const log: Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver: { name: 'runbook', semanticVersion: version, version, rules } }, ...run }] };
  return `${jsonText(log, 2)}\n`;
}
