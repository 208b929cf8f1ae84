import type { Check, Counterexample } from '../check.ts'
import type { Target } from '../editor.ts'
import type { View } from '../view.ts'
import { commandsIn, inWords, judgeStory, sequencesScenario, storiesOf, type JudgedStory } from './story.ts'
import type { Exchange } from '../../transcript.ts'

type Frame = Pick<Check, 'id' | 'requirement' | 'title' | 'needs'> & {
  readonly profile?: Check['profile']
  readonly counterexamples: readonly [Counterexample, ...Counterexample[]]
}

/** The check of one requirement over all stories: the shortest one that breaks it is told step by step. */
export function sequenceCheck(frame: Frame): Check {
  const { requirement } = frame
  return {
    profile: 'sandbox',
    ...frame,
    level: 'MUST',
    scenarios: [sequencesScenario],
    judge: (view, record) => {
      const stories = judgedStories(view)
      if (stories.length === 0 && !view.header.scenarios.includes(sequencesScenario)) {
        record.notApplicable('no stories were explored: run with --explore <n>, or set "explore"')
        return
      }
      let judged = 0
      const broken: JudgedStory[] = []
      for (const story of stories) {
        for (const expectation of story.held) if (expectation.requirement === requirement) judged += 1
        if (story.broken?.requirement === requirement) broken.push(story)
      }
      for (let i = 0; i < judged; i += 1) record.saw()
      const [shortest] = broken.sort((a, b) => commandsIn(a.told) - commandsIn(b.told))
      if (shortest?.broken != null) {
        const { exchange, message, expected, seen, pointer } = shortest.broken
        const story = `story of ${commandsIn(shortest.told)} commands: ${inWords(shortest.told)}`
        record.expect(false, exchange, { message: `${message}; ${story}`, expected, seen, pointer })
      } else if (judged === 0) nothingJudged(stories, record)
    },
  }
}

function nothingJudged(stories: readonly JudgedStory[], record: Parameters<Check['judge']>[1]): void {
  if (stories.every(({ told }) => told.length < 2)) record.missing('stories: none could begin')
  else record.notApplicable('no story came by it: more of them may, run with a greater --explore <n>')
}

/** The exchange of a command in one of the stories that every exploration tells first. */
export function inStory(example: number, position: number, step: string): Target {
  return {
    scenario: sequencesScenario,
    step,
    when: ({ about }) => about['example'] === example && about['position'] === position,
  }
}

const judgedBefore = new WeakMap<View, readonly JudgedStory[]>()

/** The stories of a transcript, judged once for all the checks. */
function judgedStories(view: View): readonly JudgedStory[] {
  let stories = judgedBefore.get(view)
  if (stories === undefined) {
    const exchanges: readonly Exchange[] = view.exchanges({ scenario: sequencesScenario })
    stories = storiesOf(exchanges).map((story) => judgeStory(view.contract, story))
    judgedBefore.set(view, stories)
  }
  return stories
}
