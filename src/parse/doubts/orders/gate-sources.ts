import type { Located, Metadata, SectionRole } from '../../../model/index.ts';
import type { StepDraft } from '../../blocks/index.ts';
import type { Collected, Document } from '../../markdown/index.ts';
import type { SectionDraft } from '../../sections/index.ts';

/** The input for finding gates. */
export interface GateSources {
  readonly document: Document;
  readonly paragraphs: Collected['paragraphs'];
  readonly codes: Collected['codes'];
  readonly drafts: readonly StepDraft[];
  readonly sections: readonly SectionDraft[];
  readonly roles: readonly SectionRole[];
  readonly sectionAt: (offset: number) => number;
  readonly title: Located<string> | null;
  readonly metadata: Metadata;
}

/** Whether what stands in a section of this role is done in any run. */
export function isDone(role: SectionRole | undefined): boolean {
  return role === 'procedure' || role === 'prerequisites' || role === 'verification';
}
