import { everyDefectIsCaught } from './caught.fixture.ts'

everyDefectIsCaught(2, 2)
