/** The placeholder for the purpose of the runbook. */
export const WHEN_NOT_SAID = '… (the alert or the symptom, in the words that page you)';

/** The values filled into a new runbook. */
interface NewRunbook {
  readonly title: string;
  readonly owner: string;
  /** The alert or the symptom, which completes the sentence `Use this runbook when …`. */
  readonly when: string;
  /** `2026-05-14`. */
  readonly today: string;
}

/** The text of a new runbook: every part that a reader at 3 a.m. looks for, with example commands that run on any machine. */
export function newRunbook({ title, owner, when, today }: NewRunbook): string {
  return `# ${title}

**Owner:** ${owner}
**Last reviewed:** ${today} UTC

## When to use

Use this runbook when ${when.replace(/\.$/, '')}. Do not use it when …

Expected wall-clock: under 5 minutes.

## Pre-flight

1. **Confirm that you are on the right machine.** Say here what to look for before anything is changed.

   \`\`\`bash
   uname -n
   \`\`\`

## Procedure

Say what the next command does and what it changes, then give the command as it is typed.

\`\`\`bash
# Note when the work began
date -u +%FT%TZ
# Expected: /^\\d{4}-\\d\\d-\\d\\dT/
\`\`\`

## Verification

Show that it worked: a command, and what one should see.

\`\`\`bash
echo "status: ok"
# Expected: "status: ok"
\`\`\`

## If it fails

Say who is called, and how to get back to where this began.

## Execution history

| Date (UTC) | Operator | Wall-clock (min) | Outcome |
|---|---|---|---|
`;
}
