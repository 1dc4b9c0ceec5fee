interface Nested {
  /** The index of the section around it, or `null`. */
  readonly parent: number | null;
}

/** A section and those around it, innermost first. */
export function enclosingSections<S extends Nested>(sections: readonly S[], index: number): readonly S[] {
  const found: S[] = [];
  for (let section = sections[index]; section !== undefined; section = section.parent === null ? undefined : sections[section.parent]) found.push(section);
  return found;
}

/** Whether a section is another or lies in it. */
export function isWithin(sections: readonly Nested[], inner: number, outer: number): boolean {
  for (let at: number | null = inner; at !== null; at = sections[at]?.parent ?? null) if (at === outer) return true;
  return false;
}
