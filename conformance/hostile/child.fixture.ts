import { serializeRecord, serializeTranscript } from '../run-folder.ts'
import { attack } from './attack.fixture.ts'

/** Runs the suite against a URL in a process of its own and prints how many MiB it took over what it began with. */
const [origin = '', only] = process.argv.slice(2)
const before = process.resourceUsage().maxRSS
const { result } = await attack(origin, only ?? null)
serializeTranscript(result.transcript)
serializeRecord(result.record)
const mebibytes = Math.round((process.resourceUsage().maxRSS - before) / 1024)
process.stdout.write(JSON.stringify({ mebibytes, verdict: result.record.verdict }))
