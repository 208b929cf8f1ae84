import { createMemoryStore } from './memory.ts'
import { transactionsHold } from './transactions.fixture.ts'

transactionsHold(createMemoryStore)
