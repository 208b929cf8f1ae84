/** How many decimals a currency has: 2 for most, 0 for the yen, 3 for the dinar. */
export function decimalsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}

/** A price for people: the currency's own number of decimals, then its code. Amounts are in its smallest unit. */
export function priceText(unitAmount: number, currency: string): string {
  const decimals = decimalsOf(currency)
  const format = new Intl.NumberFormat('en', { minimumFractionDigits: decimals })
  return `${format.format(unitAmount / 10 ** decimals)} ${currency.toUpperCase()}`
}
