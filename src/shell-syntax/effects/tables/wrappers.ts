/** What programs that run another do by themselves, whatever they run: where they log, what else they start. Format: see `../table.ts`. */
export const WRAPPERS_THEMSELVES = String.raw`
writes    time|strace|ltrace     -o|--output >-o|--output
writes    parallel               --joblog >--joblog
writes    parallel               --results|--res >--results|--res
destroys  systemd-run            -p|--property=StandardOutput=file:*|StandardOutput=append:*|StandardOutput=truncate:*
destroys  systemd-run            -p|--property=StandardError=file:*|StandardError=append:*|StandardError=truncate:*
unknown   systemd-run            -p|--property=Exec*
`;
