/** The first words of a forge's alert, with its kind: `[!WARNING]`. */
export const ALERT = /^\[!([a-z]+)\][+-]?\s*/i;
