import type { Counterexample } from './check.ts'
import { objectAt, type Editor, type MutableJsonObject, type Target } from './editor.ts'

/** Edits the `checkout` of the selected answers. */
function stateBecomes(target: Target, state: MutableJsonObject): (editor: Editor) => void {
  return (editor) =>
    editor.json(target, (body) => void Object.assign(objectAt(body, 'checkout'), structuredClone(state)))
}

/** A counterexample in which the selected reads show another state. */
export function readsAs(name: string, target: Target, state: MutableJsonObject): Counterexample {
  return { name, edit: stateBecomes(target, state) }
}

/** A counterexample in which the selected answers say something else. */
export function answersAs(
  name: string,
  target: Target,
  status: number,
  body: MutableJsonObject,
): Counterexample {
  return { name, edit: (editor) => editor.respond(target, { status, body: JSON.stringify(body) }) }
}

/** A counterexample in which members of the selected answers are replaced. */
export function saysInstead(name: string, target: Target, members: MutableJsonObject): Counterexample {
  return { name, edit: (editor) => editor.json(target, (body) => void Object.assign(body, members)) }
}
