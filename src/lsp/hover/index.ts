// What an editor shows under the pointer: rules, pins, placeholders, targets, and what a block does.
import type { Runbook, Span } from '../../model/index.ts';
import { PIN_KEYS } from '../../parse/index.ts';
import type { Plan } from '../../plan/index.ts';
import { words } from '../markdown.ts';
import { PIN_WORDS } from '../pin-words.ts';
import { holds, pinTextAt, ruleNameAt, slotAt, stepAt, targetListedAt, variableAt } from '../texts/index.ts';
import { stepCard } from './block.ts';
import { parameterCard } from './parameter.ts';
import { ruleCard } from './rule.ts';
import { targetCard } from './target.ts';

/** The text of a hover, in Markdown. */
interface Card {
  readonly markdown: string;
  readonly span: Span;
}

/** The hover for an offset: about a rule, a pin, a placeholder or a target, else about the block around it. */
export function cardAt(plan: Plan, offset: number): Card | null {
  const { runbook } = plan;
  return annotationCard(runbook, offset) ?? slotCard(plan, offset) ?? variableCard(plan, offset) ?? listedCard(plan, offset) ?? blockCard(plan, offset);
}

function annotationCard(runbook: Runbook, offset: number): Card | null {
  const rule = ruleNameAt(runbook, offset);
  const markdown = rule === null ? null : ruleCard(rule.value);
  if (rule !== null && markdown !== null) return { markdown, span: rule.span };
  const pin = pinTextAt(runbook, offset);
  if (pin === null || PIN_KEYS[pin.value] === undefined) return null;
  return { markdown: `**${pin.value}** (pin): ${words(PIN_WORDS[pin.value] ?? '')}`, span: pin.span };
}

function slotCard(plan: Plan, offset: number): Card | null {
  const slot = slotAt(plan.runbook, offset);
  if (slot === null) return null;
  if (slot.kind === 'target') return { markdown: targetCard(plan.runbook, slot.target, slot.column === slot.target ? null : columnOf(plan.runbook, slot)), span: slot.span };
  return parameterOf(plan, slot.parameter, slot.span);
}

/** `null` where the target's own name stands there. */
function columnOf({ inventories }: Runbook, { inventory, column }: { readonly inventory: number | null; readonly column: string | null }): string | null {
  return inventories[inventory ?? -1]?.key === column ? null : column;
}

function parameterOf({ parameters, runbook }: Plan, name: string, span: Span): Card | null {
  const planned = parameters.find(({ parameter }) => parameter.name === name);
  if (planned === undefined) return null;
  return { markdown: parameterCard(planned, planned.parameter.steps.flatMap((index) => runbook.steps[index]?.id ?? [])), span };
}

function variableCard(plan: Plan, offset: number): Card | null {
  const variable = variableAt(plan.runbook, offset);
  return variable === null ? null : parameterOf(plan, variable.value, variable.span);
}

function listedCard(plan: Plan, offset: number): Card | null {
  const pinned = plan.runbook.pins.params.find(({ span }) => holds(span, offset));
  if (pinned !== undefined) return parameterOf(plan, pinned.name, pinned.span);
  const target = targetListedAt(plan.runbook, offset);
  return target === null ? null : { markdown: targetCard(plan.runbook, target.value, null), span: target.span };
}

function blockCard(plan: Plan, offset: number): Card | null {
  const step = stepAt(plan.runbook, offset);
  const planned = step === null ? undefined : plan.steps[step.index];
  return step === null || planned === undefined ? null : { markdown: stepCard(plan, planned, offset), span: step.span };
}
