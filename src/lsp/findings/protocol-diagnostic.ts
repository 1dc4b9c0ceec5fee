import { type Diagnostic as ProtocolDiagnostic, DiagnosticSeverity, type Location } from 'vscode-languageserver';
import { findRule, shellcheckPage } from '../../lint/index.ts';
import type { Diagnostic, Severity } from '../../model/index.ts';
import { rulePageUri } from '../../print/findings/index.ts';
import { type OpenText, rangeByLines, rangeOf, uriOf } from '../texts/index.ts';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, info: DiagnosticSeverity.Information };

/** A finding in the form of the protocol. */
export function protocolDiagnostic({ document, cwd }: OpenText, { rule, severity, message, span, related, hint }: Diagnostic): ProtocolDiagnostic {
  const page = pageOf(rule);
  // A place in another file has lines and columns of its own.
  const locationOf = (other: NonNullable<Diagnostic['related']>): Location => (other.path === undefined ? { uri: document.uri, range: rangeOf(document, other.span) } : { uri: uriOf({ cwd, path: other.path }), range: rangeByLines(other.span) });
  return {
    range: rangeOf(document, span),
    severity: hint === true ? DiagnosticSeverity.Hint : SEVERITIES[severity],
    code: rule,
    source: 'runbook',
    message,
    ...(page === null ? {} : { codeDescription: { href: page } }),
    ...(related === undefined ? {} : { relatedInformation: [{ location: locationOf(related), message: related.message }] }),
  };
}

function pageOf(rule: string): string | null {
  const code = /^shellcheck\/(SC\d+)$/.exec(rule)?.[1];
  if (code !== undefined) return shellcheckPage(code);
  return findRule(rule) === undefined ? null : rulePageUri(rule);
}
