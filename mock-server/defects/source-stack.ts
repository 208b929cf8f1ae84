import type { Stack } from '../../contracts/contract.ts'
import type { RespondContext } from './define.ts'
import { editJson } from './edit.ts'

/** A responder that changes the offer stack in the source data, and no other answer. */
export function editStack(edit: (stack: Stack) => Readonly<Record<string, unknown>>) {
  return ({ route, contract: { seed } }: RespondContext, response: Response): Promise<Response> | Response =>
    route === 'source-data'
      ? editJson(response, (body) => ({
          ...body,
          stacks: seed.stacks.map((stack, at) => (at === 0 ? edit(stack) : stack)),
        }))
      : response
}
