import { everyDefectIsCaught } from './caught.fixture.ts'

everyDefectIsCaught(1, 2)
