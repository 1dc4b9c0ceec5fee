/** Whether a name says that its value is a secret: it has TOKEN, SECRET, PASSWORD or KEY (`api-key`, `APIKEY`, not `keyspace`). */
export function isSecretName(name: string): boolean {
  return /token|secret|password|passwd/i.test(name) || /KEY/.test(name) || /keys?(?![a-z])/i.test(name);
}
