/** What the operator's machine points at for one kind of tool: the thing that a command acts on without naming it. */
export interface AmbientContext {
  readonly kind: 'kube-context' | 'aws-profile' | 'gcloud-configuration' | 'terraform-workspace' | 'heroku-app';
  readonly name: string;
  /** The variable or file that says so: `AWS_PROFILE`, `~/.kube/config`. */
  readonly from: string;
}
