import { matchesGlob } from '../model/index.ts';
import type { AmbientContext } from './ambient.ts';
import type { NamedPlace } from './named-place.ts';

/** Names that may say production. */
interface Named {
  readonly target: string | null;
  readonly places: readonly NamedPlace[];
  readonly context: readonly AmbientContext[];
}

/** Whether a piece acts on production, and the name that says so. */
export interface Production {
  readonly yes: boolean;
  /** e.g. `the target raxx-api-prod`; `''` if it does not. */
  readonly why: string;
}

const KINDS: Readonly<Record<AmbientContext['kind'], string>> = {
  'kube-context': 'the kube-context',
  'aws-profile': 'the AWS profile',
  'gcloud-configuration': 'the gcloud configuration',
  'terraform-workspace': 'the Terraform workspace',
  'heroku-app': 'the Heroku app',
};

/** Whether a piece acts on production, and by which name: judged by globs, or by the usual words if there are none. */
export function isProduction({ target, places, context }: Named, globs: readonly string[] | null): Production {
  const says = (name: string): boolean => namesProduction(name, globs);
  if (target !== null && says(target)) return { yes: true, why: `the target ${target}` };
  const ambient = context.find(({ name }) => says(name));
  if (ambient !== undefined) return { yes: true, why: `${KINDS[ambient.kind]} ${ambient.name}` };
  const place = places.find(({ name }) => says(name));
  return place === undefined ? { yes: false, why: '' } : { yes: true, why: `${place.what} ${place.name}` };
}

/** Whether a name is production: judged by globs, or by the usual words if there are none. */
export function namesProduction(name: string, globs: readonly string[] | null): boolean {
  return globs === null ? saysProduction(name) : globs.some((glob) => matchesGlob(name, glob));
}

/** Whether a name contains one of the usual words as a whole word: not `product`, not `olive`. */
function saysProduction(name: string): boolean {
  return /(?:^|[^a-z])(?:prod|production|prd|live)(?![a-z])/i.test(name);
}
