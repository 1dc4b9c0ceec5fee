/** The first words of a forge's alert, with its kind: `[!WARNING]`. */
export const ALERT = /^\[!(note|tip|important|warning|caution)\]\s*/i;
