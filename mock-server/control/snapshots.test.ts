import { afterEach, expect, test } from 'vitest'
import { refusal, startSandbox, type Sandbox } from './sandbox.fixture.ts'

let gateway: Sandbox

afterEach(() => gateway.close())

test('the id of a snapshot names nothing in another world, nor in a later one of the same name', async () => {
  gateway = startSandbox()
  const [a, b] = [gateway.control.in('a'), gateway.control.in('b')]
  const { snapshotId } = await a.snapshot()
  await b.snapshot()
  const unknown = { status: 404, field: 'snapshotId' }
  expect(await refusal(() => b.restore({ snapshotId }))).toMatchObject(unknown)
  expect(await a.restore({ snapshotId })).toMatchObject({ snapshotId })
  await gateway.control.removeNamespace({ namespace: 'a' })
  await gateway.control.in('a').snapshot()
  expect(await refusal(() => gateway.control.in('a').restore({ snapshotId }))).toMatchObject(unknown)
})
