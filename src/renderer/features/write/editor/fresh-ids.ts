/** New identities for a copy: what had one identity in the original has one in the copy. Pure but for `newId`. */
export class FreshIds {
  readonly #newId: () => string;
  readonly #known = new Map<string, string>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  for(id: string): string {
    const known = this.#known.get(id) ?? this.#newId();
    this.#known.set(id, known);
    return known;
  }
}
