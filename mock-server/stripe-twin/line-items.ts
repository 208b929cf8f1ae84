import { invalidParam, missingParam, noSuch } from './errors.ts'
import { isFormObject, type FormObject, type FormValue } from './form.ts'

/** A price that `line_items[][price]` may name. Amount in the smallest unit of the currency. */
export interface TwinPrice {
  readonly unitAmount: number
  readonly currency: string
}

interface Totals {
  readonly amount: number
  readonly currency: string
}

/** Adds up `line_items`: `price_data` or the id of a known price, times `quantity` (1 when left out). */
export function totalsOf(
  lineItems: FormValue | undefined,
  prices: Readonly<Record<string, TwinPrice>>,
): Totals {
  if (!Array.isArray(lineItems) || lineItems.length === 0) throw missingParam('line_items')
  const lines = (lineItems as readonly FormValue[]).map((item, index) => lineOf(item, index, prices))
  const [first] = lines
  if (first === undefined) throw missingParam('line_items')
  if (lines.some((line) => line.currency !== first.currency)) {
    throw invalidParam('line_items', 'All line items must use the same currency.')
  }
  return {
    amount: lines.reduce((sum, line) => sum + line.amount, 0),
    currency: first.currency,
  }
}

function lineOf(item: FormValue, index: number, prices: Readonly<Record<string, TwinPrice>>): Totals {
  const at = `line_items[${index}]`
  if (!isFormObject(item)) throw invalidParam(at, 'Invalid object')
  const quantity = item.quantity === undefined ? 1 : wholeNumber(item.quantity, `${at}[quantity]`)
  if (typeof item.price === 'string') {
    const price = Object.hasOwn(prices, item.price) ? prices[item.price] : undefined
    if (price === undefined) throw noSuch('price', `${at}[price]`, item.price, 400)
    return { amount: price.unitAmount * quantity, currency: price.currency }
  }
  if (!isFormObject(item.price_data)) throw missingParam(`${at}[price]`)
  const { unitAmount, currency } = priceDataOf(item.price_data, `${at}[price_data]`)
  return { amount: unitAmount * quantity, currency }
}

function priceDataOf(data: FormObject, at: string): TwinPrice {
  if (typeof data.currency !== 'string') throw missingParam(`${at}[currency]`)
  if (!/^[a-z]{3}$/i.test(data.currency)) throw invalidParam(`${at}[currency]`, 'Invalid currency')
  if (data.product === undefined && data.product_data === undefined) throw missingParam(`${at}[product_data]`)
  if (isFormObject(data.product_data) && typeof data.product_data.name !== 'string') {
    throw missingParam(`${at}[product_data][name]`)
  }
  if (data.unit_amount === undefined) throw missingParam(`${at}[unit_amount]`)
  const unitAmount = wholeNumber(data.unit_amount, `${at}[unit_amount]`)
  return { unitAmount, currency: data.currency.toLowerCase() }
}

function wholeNumber(value: FormValue, param: string): number {
  const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
  if (Number.isSafeInteger(number)) return number
  throw invalidParam(param, 'Invalid non-negative integer', 'parameter_invalid_integer')
}
