import { answersBeforehand } from '../../model/index.ts';
import type { Plan, PlannedParameter, Question } from '../../plan/index.ts';
import { originText } from './plan-header.ts';
import { heading, type Layout, prose, table } from './plan-layout.ts';

/** Everything open: what must be answered, what only a person can judge, and problems found while reading. */
export function openLines(layout: Layout, plan: Plan): readonly string[] {
  return [...questionLines(layout, plan), ...judgementLines(layout, plan), ...diagnosticLines(layout, plan)];
}

function questionLines(layout: Layout, { questions, parameters }: Plan): readonly string[] {
  if (questions.length === 0) return [];
  const rows = questions.map((question) => questionRow(question, parameters.find(({ parameter }) => parameter.name === question.name)));
  return [...heading(layout, 'Open questions'), ...table(layout, rows, 36)];
}

function questionRow(question: Question, planned: PlannedParameter | undefined): readonly [string, string] {
  const line = `line ${question.span.start.line}`;
  switch (question.kind) {
    case 'target':
      return ['--target <name>', `which ${question.name}? ${question.choices.join(', ')} (${line})`];
    case 'doubt':
      return [`--settle ${question.name}=${answersBeforehand(question.doubt).join('|')}`, `${question.doubt.kind}: ${question.doubt.text} (line ${question.doubt.line})`];
    case 'alternative':
      return ['--section <heading>', `${question.name}: which of ${question.choices.map((choice) => `"${choice}"`).join(', ')}? (${line})`];
    case 'parameter':
      return [`--set ${question.name}=…`, `${question.example === null || planned?.secret === true ? '' : `e.g. ${question.example}; `}${planned === undefined ? line : originText(planned)}; first needed by ${question.steps[0] ?? ''}`];
  }
}

function judgementLines(layout: Layout, { steps }: Plan): readonly string[] {
  const checks = steps.filter(({ included }) => included).flatMap(({ step, pieces, expectations }) => [...pieces.flatMap((piece) => piece.expectations), ...expectations].filter(({ expectation }) => expectation.kind === 'judgement').map((check) => ({ step, check })));
  if (checks.length === 0) return [];
  return [...heading(layout, "For the operator's eye", 'unattended these are reported as unverified'), ...checks.flatMap(({ step, check }) => prose(layout, `${step.id}: ${check.text} (line ${check.expectation.span.start.line})`, '  ', '    '))];
}

function diagnosticLines(layout: Layout, { runbook }: Plan): readonly string[] {
  if (runbook.diagnostics.length === 0) return [];
  return [...heading(layout, 'Diagnostics'), ...runbook.diagnostics.flatMap(({ severity, message, rule, span }) => prose(layout, `line ${span.start.line}: ${severity}: ${message} [${rule}]`, '  ', '    ').map((line) => layout.paint(severity === 'error' ? 'red' : 'yellow', line)))];
}
