// The rules of lint: a file each, listed here.
import type { Rule } from '../rule.ts';
import { brokenLink } from './broken-link.ts';
import { budgetExceeded } from './budget-exceeded.ts';
import { conditional } from './conditional.ts';
import { destructiveWithoutCheck } from './destructive-without-check.ts';
import { drillOverdue } from './drill-overdue.ts';
import { duplicateStepName } from './duplicate-step-name.ts';
import { elsewhere } from './elsewhere.ts';
import { emptyLink } from './empty-link.ts';
import { emptySection } from './empty-section.ts';
import { endlessCommand } from './endless-command.ts';
import { exampleValue } from './example-value.ts';
import { futureDate } from './future-date.ts';
import { gate } from './gate.ts';
import { generatedName } from './generated-name.ts';
import { headingWithoutBlank } from './heading-without-blank.ts';
import { hiddenFailure } from './hidden-failure.ts';
import { historyShape } from './history-shape.ts';
import { inconsistentPlaceholder } from './inconsistent-placeholder.ts';
import { invalidFrontMatter } from './invalid-front-matter.ts';
import { invalidPin } from './invalid-pin.ts';
import { invalidSuppression } from './invalid-suppression.ts';
import { inventoryMismatch } from './inventory-mismatch.ts';
import { invisiblePlaceholder } from './invisible-placeholder.ts';
import { literalPlaceholder } from './literal-placeholder.ts';
import { literal } from './literal.ts';
import { lostInput } from './lost-input.ts';
import { lostPlaceholder } from './lost-placeholder.ts';
import { mergeConflict } from './merge-conflict.ts';
import { missingHistory } from './missing-history.ts';
import { missingLastReviewed } from './missing-last-reviewed.ts';
import { missingMetadata } from './missing-metadata.ts';
import { missingOwner } from './missing-owner.ts';
import { missingTitle } from './missing-title.ts';
import { missingVerification } from './missing-verification.ts';
import { missingWhenToUse } from './missing-when-to-use.ts';
import { mixedLineEndings } from './mixed-line-endings.ts';
import { mixedOutput } from './mixed-output.ts';
import { neverSet } from './never-set.ts';
import { notACommand } from './not-a-command.ts';
import { notAsLocked } from './not-as-locked.ts';
import { notLabelled } from './not-labelled.ts';
import { nothing } from './nothing.ts';
import { outdatedCommand } from './outdated-command.ts';
import { pasteTrap } from './paste-trap.ts';
import { pipeToShell } from './pipe-to-shell.ts';
import { promptInFence } from './prompt-in-fence.ts';
import { repeatedCd } from './repeated-cd.ts';
import { secretInText } from './secret-in-text.ts';
import { sequenceBroken } from './sequence-broken.ts';
import { staleReview } from './stale-review.ts';
import { unboundHost } from './unbound-host.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { unfencedCommand } from './unfenced-command.ts';
import { unfinished } from './unfinished.ts';
import { unknownPin } from './unknown-pin.ts';
import { unknownTarget } from './unknown-target.ts';
import { unparsed } from './unparsed.ts';
import { unsetVariable } from './unset-variable.ts';
import { unusedSuppression } from './unused-suppression.ts';
import { vagueExpectation } from './vague-expectation.ts';

export { unusedSuppression };

/** Every rule, in the order in which `explain` lists them: errors first. */
export const RULES: readonly Rule[] = [
  unparsed,
  unclosedFence,
  brokenLink,
  notAsLocked,
  invalidFrontMatter,
  invalidPin,
  invalidSuppression,
  historyShape,
  inventoryMismatch,
  unknownTarget,
  duplicateStepName,
  secretInText,
  pasteTrap,
  missingTitle,
  missingOwner,
  missingLastReviewed,
  missingMetadata,
  staleReview,
  futureDate,
  missingWhenToUse,
  destructiveWithoutCheck,
  missingVerification,
  mergeConflict,
  missingHistory,
  drillOverdue,
  budgetExceeded,
  exampleValue,
  unboundHost,
  inconsistentPlaceholder,
  invisiblePlaceholder,
  promptInFence,
  mixedOutput,
  notACommand,
  nothing,
  literal,
  notLabelled,
  vagueExpectation,
  endlessCommand,
  elsewhere,
  neverSet,
  literalPlaceholder,
  lostPlaceholder,
  repeatedCd,
  generatedName,
  outdatedCommand,
  unsetVariable,
  unknownPin,
  pipeToShell,
  hiddenFailure,
  lostInput,
  sequenceBroken,
  emptyLink,
  headingWithoutBlank,
  unfencedCommand,
  emptySection,
  unfinished,
  mixedLineEndings,
  unusedSuppression,
  conditional,
  gate,
];

export const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

const IDS_BY_ALIAS: ReadonlyMap<string, string> = new Map(RULES.flatMap(({ id, aliases = [] }) => aliases.map((alias) => [alias, id])));

/** The id of the rule that a name stands for: its own, or the one that has it now. */
export function ruleId(name: string): string {
  return IDS_BY_ALIAS.get(name) ?? name;
}
