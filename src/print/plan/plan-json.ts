import { type Doubt, type Metadata, placeWords, type Runbook } from '../../model/index.ts';
import { historyTable, type Plan, type PlannedExpectation, type PlannedParameter, type PlannedPiece, type PlannedStep, type Question } from '../../plan/index.ts';
import type { Standing } from '../../plan-lock/index.ts';
import { diagnosticJson } from '../formats/diagnostic-json.ts';
import { jsonText } from '../formats/json-text.ts';
import { standingJson } from '../lock/standing-text.ts';
import { type PlanMask, planMask } from './plan-mask.ts';

/** `show --json`. */
export function planJson(plan: Plan, standing?: Standing): string {
  return `${jsonText(planData(plan, standing), 2)}\n`;
}

/** The plan for programs. Users rely on its fields. */
export function planData(plan: Plan, standing: Standing = { kind: 'not-locked' }): Record<string, unknown> {
  const { runbook } = plan;
  const mask = planMask(plan);
  const history = historyTable(runbook, plan.target?.name ?? null);
  return {
    path: runbook.path,
    title: runbook.title?.value ?? null,
    metadata: metadataJson(runbook.metadata),
    budgetSeconds: runbook.budget?.seconds ?? null,
    inventories: runbook.inventories.map(({ key, columns, rows, span }) => ({ key, columns, rows: rows.map(({ cells }) => cells), line: span.start.line })),
    targets: runbook.targets.map(({ name }) => name),
    target: plan.target?.name ?? null,
    parameters: plan.parameters.map((planned) => parameterJson(runbook, planned, mask)),
    steps: plan.steps.map((step) => stepJson(step, mask)),
    alternatives: plan.alternatives.map(({ name, labels, chosen, group }) => ({ name, sections: labels, chosen: chosen.length === 0 ? null : chosen.join(', '), menu: group.menu })),
    questions: plan.questions.map(questionJson),
    templates: runbook.templates.map(({ title, text, blanks, span }) => ({ title, text, blanks, line: span.start.line })),
    history: history === null ? null : { columns: history.columns.map(({ value }) => value), rows: history.rows.length, line: history.span.start.line },
    lock: standingJson(standing),
    diagnostics: runbook.diagnostics.map((diagnostic) => diagnosticJson(runbook.path, diagnostic)),
  };
}

function metadataJson(metadata: Metadata): object {
  const { owner, system, severity, status, lastReviewed, reviewIn, lastIncident, related, audience, approver, escalation } = metadata;
  const single = { owner, severity, status, lastReviewed, reviewIn, lastIncident, audience, approver, escalation };
  const known = Object.fromEntries(Object.entries(single).map(([key, located]) => [key, located?.value ?? null]));
  const other = metadata.entries.filter(({ known: name }) => name === null).map(({ key, value }) => [key, value]);
  return { ...known, system: system.map(({ value }) => value), related: related.map(({ value }) => value), other: Object.fromEntries(other) };
}

function parameterJson(runbook: Runbook, { parameter, value, source, needed, secret, setElsewhere }: PlannedParameter, mask: PlanMask): object {
  const { name, kind, example, from, written, description, pattern, span, steps } = parameter;
  const ids = steps.flatMap((index) => runbook.steps[index]?.id ?? []);
  return { name, kind, example: secret ? null : example, value: mask.value(name, value), source, needed, secret, written, from: setElsewhere ?? from, description, pattern, line: span.start.line, steps: ids };
}

function stepJson(planned: PlannedStep, mask: PlanMask): object {
  const { step, included, reason, pieces, parameters, missing, unboundHosts, offers, expectations } = planned;
  const command = step.kind === 'command' ? step : null;
  return {
    id: step.id,
    kind: step.kind,
    title: step.title,
    section: step.headings,
    role: step.role,
    line: step.span.start.line,
    language: command?.language ?? null,
    code: pieces.map((piece) => mask.code(piece)).join(''),
    pieces: pieces.map((piece) => pieceJson(piece, mask)),
    doubts: pieces.flatMap(({ piece, doubts }) => doubts.map((doubt) => ({ piece: piece.index, ...doubtJson(doubt) }))),
    expectations: expectations.map(expectationJson),
    offers: offers.map((offer) => mask.text(offer)),
    parameters,
    missing,
    effect: command?.effect.effect ?? null,
    effectWord: command?.effect.word ?? null,
    destructive: command?.destructive?.word ?? null,
    interactive: command?.interactive?.word ?? null,
    follow: command?.follow?.word ?? null,
    revealing: command?.revealing?.word ?? null,
    appliesTo: step.appliesTo.map(({ value }) => value),
    unboundHosts,
    callouts: step.callouts.map(({ text }) => text),
    budgetSeconds: step.budget?.seconds ?? null,
    included,
    reason,
  };
}

function pieceJson(planned: PlannedPiece, mask: PlanMask): object {
  const { piece, title, expectations, missing, unboundHosts } = planned;
  const { effect, destructive, interactive, follow, revealing } = piece;
  return {
    kind: piece.kind,
    title,
    code: mask.code(planned),
    expectations: expectations.map(expectationJson),
    effect: piece.kind === 'manual' ? null : effect.effect,
    effectWord: piece.kind === 'manual' ? null : effect.word,
    on: planned.on,
    place: planned.on === null ? null : placeWords(planned.on),
    destructive: destructive?.word ?? null,
    interactive: interactive?.word ?? null,
    follow: follow?.word ?? null,
    revealing: revealing?.word ?? null,
    doubts: planned.doubts.map(doubtJson),
    missing,
    unboundHosts,
  };
}

function doubtJson({ kind, text, line, answers, settledBy, answer }: Doubt): object {
  return { kind, text, line, answers, settledBy, answer };
}

function expectationJson({ expectation, text, parts }: PlannedExpectation): object {
  return { text, kind: expectation.kind, line: expectation.span.start.line, reason: expectation.reason, parts };
}

function questionJson(question: Question): object {
  const { kind, name, span } = question;
  switch (question.kind) {
    case 'parameter':
      return { kind, name, line: span.start.line, example: question.example, from: question.from, steps: question.steps };
    case 'doubt':
      return { kind, name, line: question.doubt.line, step: question.step, piece: question.piece, doubt: question.doubt.kind, text: question.doubt.text, answers: question.doubt.answers };
    default:
      return { kind, name, line: span.start.line, choices: question.choices };
  }
}
