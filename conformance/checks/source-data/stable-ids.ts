import type { Check } from '../../judge/check.ts'
import { isObject, isSuccess, jsonOf, show } from '../../judge/look.ts'
import type { Json } from '../../transcript.ts'

const scenario = 'source-data/reads'

export const stableIds: Check = {
  id: 'source-data/stable-ids',
  requirement: 'SRC-10',
  level: 'SHOULD',
  profile: 'public',
  title: "the manifest names the contract's stable ids",
  scenarios: [scenario],
  needs: [],
  judge: ({ contract: { seed }, exchanges }, record) => {
    record.each(exchanges({ scenario, step: 'agent-docs' }), 'the agent docs', (x) => {
      const body = jsonOf(x)
      if (!isSuccess(x) || !isObject(body)) return record.missing('the agent docs could not be read')
      const words = [...wordsIn(body)]
      const absent = seed.stableIds.filter((id) => !words.some((word) => word.includes(id)))
      record.expect(absent.length === 0, x, {
        message: 'the manifest does not name every stable id of the contract',
        expected: show(seed.stableIds),
        seen: `without ${show(absent)}`,
        pointer: '/response/body',
      })
    })
  },
  counterexamples: [
    {
      name: 'the manifest names none',
      edit: (editor) =>
        editor.respond({ scenario, step: 'agent-docs' }, { body: '{"ok":true,"readContracts":[]}' }),
    },
  ],
}

/** Every text and every member name within a value. */
function* wordsIn(value: Json): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    yield name
    yield* wordsIn(inner)
  }
}
