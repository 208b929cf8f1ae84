/** The same text with its letters in the other case. */
export function swappedCase(text: string): string {
  return [...text]
    .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
    .join('')
}

/** From so many changes between large and small letters on, an id is drawn from both. */
const fewestChanges = 6

/** Whether case carries meaning in an id. In a UUID, a ULID or a number, with whatever prefix, it may carry none. */
export function tellsCases(id: string): boolean {
  const letters = id.replaceAll(/[^A-Za-z]/g, '')
  const changes = letters.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g) ?? []
  return changes.length >= fewestChanges
}
