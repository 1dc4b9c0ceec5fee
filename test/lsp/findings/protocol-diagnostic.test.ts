import { DiagnosticSeverity } from 'vscode-languageserver';
import { expect, it } from 'vitest';
import { protocolDiagnostic } from '../../../src/lsp/findings/protocol-diagnostic.ts';
import { opened } from '../open-text.ts';

it('what lint tells only where its rule is named is a hint in an editor, other findings have their severity', async () => {
  const { open, linter } = opened('# Look\n\nUse it when it hangs.\n\n[x](#gone)\n\n1. a\n1. b\n2. c\n');
  const { diagnostics } = await linter.quick(open);
  expect(diagnostics.map((finding) => [finding.rule, protocolDiagnostic(open, finding).severity])).toEqual([
    ['broken-link', DiagnosticSeverity.Error],
    ['sequence-broken', DiagnosticSeverity.Hint],
  ]);
});
