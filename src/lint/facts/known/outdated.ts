/** A command or an option that current versions do not have. */
interface OutdatedCommand {
  readonly program: RegExp;
  /** An argument that must be present; `null` for the program itself. */
  readonly word: RegExp | null;
  /** What all arguments, with a blank between them, have to be. */
  readonly args?: RegExp;
  readonly says: string;
  readonly instead: string;
}

/** Commands and options that were removed or never were, and their replacements. */
export const OUTDATED_COMMANDS: readonly OutdatedCommand[] = [
  { program: /^docker-compose$/, word: null, says: 'docker-compose (version 1) ended in 2023', instead: '"docker compose"' },
  { program: /^kubectl$/, word: /^rsh$/, says: 'kubectl has no rsh', instead: '"kubectl exec -it", or "oc rsh"' },
  { program: /^(?:kubectl|oc)$/, word: /^--delete-local-data(?:=.*)?$/, says: '--delete-local-data was taken away', instead: '--delete-emptydir-data' },
  { program: /^(?:kubectl|oc)$/, word: /^--export(?:=true)?$/, says: 'kubectl get --export was taken away in 1.18', instead: '"-o yaml"' },
  { program: /^kubectl$/, word: /^--generator=/, says: 'kubectl run --generator was taken away in 1.21', instead: '"kubectl create"' },
  { program: /^kubectl$/, word: /^rolling-update$/, says: 'kubectl rolling-update was taken away in 1.18', instead: '"kubectl rollout"' },
  { program: /^helm$/, word: /^--purge$/, says: 'helm 3 has no --purge', instead: '"helm uninstall"' },
  { program: /^helm$/, word: /^init$/, says: 'helm 3 has no init', instead: 'nothing in its place' },
  { program: /^systemctl$/, word: null, args: /^(?!(?:start|stop|restart|reload|status|enable|disable)\b)[\w@.-]+ (?:start|stop|restart|reload|status|enable|disable)$/, says: 'systemctl takes the verb first', instead: '"systemctl start web"' },
  { program: /^service$/, word: null, args: /^(?:start|stop|restart|reload|status) (?!(?:start|stop|restart|reload|status)$)[\w@.-]+$/, says: 'service takes the verb last', instead: '"service web start"' },
  { program: /^apt-key$/, word: null, says: 'apt-key was taken away', instead: 'a key below /etc/apt/keyrings' },
  { program: /^aws$/, word: /^get-login$/, says: 'version 2 of aws has no get-login', instead: '"aws ecr get-login-password"' },
];

/** API versions that Kubernetes no longer serves: since which version, and the replacement. */
export const REMOVED_API_VERSIONS: Readonly<Record<string, { readonly since: string; readonly instead: string } | undefined>> = {
  'extensions/v1beta1': { since: '1.22', instead: 'apps/v1 or networking.k8s.io/v1' },
  'apps/v1beta1': { since: '1.16', instead: 'apps/v1' },
  'apps/v1beta2': { since: '1.16', instead: 'apps/v1' },
  'batch/v1beta1': { since: '1.25', instead: 'batch/v1' },
  'batch/v2alpha1': { since: '1.21', instead: 'batch/v1' },
  'policy/v1beta1': { since: '1.25', instead: 'policy/v1' },
  'networking.k8s.io/v1beta1': { since: '1.22', instead: 'networking.k8s.io/v1' },
  'rbac.authorization.k8s.io/v1beta1': { since: '1.22', instead: 'rbac.authorization.k8s.io/v1' },
  'apiextensions.k8s.io/v1beta1': { since: '1.22', instead: 'apiextensions.k8s.io/v1' },
  'admissionregistration.k8s.io/v1beta1': { since: '1.22', instead: 'admissionregistration.k8s.io/v1' },
  'certificates.k8s.io/v1beta1': { since: '1.22', instead: 'certificates.k8s.io/v1' },
  'storage.k8s.io/v1beta1': { since: '1.27', instead: 'storage.k8s.io/v1' },
  'autoscaling/v2beta1': { since: '1.25', instead: 'autoscaling/v2' },
  'autoscaling/v2beta2': { since: '1.26', instead: 'autoscaling/v2' },
};
