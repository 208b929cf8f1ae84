/**
 * What the suite does about a clause of the seed: the requirements that judge it, or the reason why nothing does. `at` is
 * a JSON Pointer in which `*` stands for any member; `#2` is the second sentence of the text there, `#2.3` the third
 * member of what that sentence lists.
 */
export interface Ruling {
  readonly at: string
  readonly requirements: readonly string[]
  readonly reason?: string
}

const judged = (at: string, ids: string): Ruling => ({ at, requirements: ids.split(' ') })
/** Several clauses in one folder, or several numbered sentences: the same rows below the same pointer. */
const below = (base: string, rows: Readonly<Record<string, string>>): Ruling[] =>
  Object.entries(rows).map(([name, ids]) => judged(`${base}${name}`, ids))
/** What asks for nothing but to be published as it stands: words, records of the seed's making. */
const content = (base: string, names: string): Ruling[] =>
  names.split(' ').map((name) => judged(`${base}/${name}`, 'SRC-02'))
const excused = (at: string, reason: string): Ruling => ({ at, requirements: [], reason })

const offer = (base: string, ids: string): Ruling[] => [
  ...content(base, 'kind title slug priceLabel customerPromise placement copyIntent agentEditable'),
  ...['id', 'productId', 'priceId', 'unitAmountCents', 'currency'].map((name) =>
    judged(`${base}/${name}`, `SRC-02 SRC-03 ${ids}`),
  ),
]

const future =
  'Says what a confirmed-write API of the future will need. The contract has no such route yet, so there is none to ask.'

/** The two texts of the same words: what each sentence allows, and what the last one keeps for later. */
const writeBoundary = (at: string): Ruling[] => [
  ...below(at, {
    '#1': 'CNF-03 CNF-07 CNF-10 NBL-06',
    '#2': 'ATT-01 ATT-02 ATT-05',
    '#3': 'LED-01 LED-02 CNF-08 IDM-01',
    '#4': 'OWN-01 OWN-03 CNF-08 IDM-01',
    '#5': 'ELG-01 NBL-01 NBL-02',
    '#6.1': 'NBL-02 NBL-03',
    '#6.2': 'SRC-02 CNF-10',
    '#6.3': 'SRC-02 SRC-09',
    '#6.4': 'NBL-09',
    '#6.5': 'NBL-08 ELG-08',
    '#6.6': 'LED-02 ATT-05',
    '#6.7': 'NBL-04 OWN-03',
  }),
  ...Array.from({ length: 9 }, (_, i) => excused(`${at}#6.${i + 8}`, future)),
]

/** THE table. A test holds it to the default seed and to the catalogue: no clause without a row, no row without a clause. */
export const rulings: readonly Ruling[] = [
  judged('/id', 'SRC-01 SRC-02'),
  ...content('', 'updatedAt status issue parentIssue generatedFrom'),
  judged('/routes/*', 'SRC-01 SRC-02 SRC-08'),
  judged('/stableIds/*', 'SRC-02 SRC-10'),

  ...below('/sandboxCheckout', {
    '/endpoint': 'CNF-01 SRC-08',
    '/successPage': 'PAG-01 SRC-08',
    '/webhook': 'WHK-01 WHK-02 WHK-03 WHK-04 WHK-05 WHK-07 IDM-09 RED-16',
    '/confirmationRequired': 'CNF-01 CNF-09',
    '/supportsOrderBumps': 'CNF-07 SRC-08',
    '/supportsReferralAttributionEvidence': 'ATT-01 SRC-08',
    '/allowedOrderBumpPriceIds/*': 'CNF-07',
    '/rawStripeIdsIncluded': 'SRC-04 RED-04',
    '/liveModeEnabled': 'SRC-04 ELG-08 NBL-08',
  }),

  ...content('/checkoutSuccess', 'issue'),
  ...below('/checkoutSuccess', {
    '/route': 'PAG-01 SRC-08',
    '/status': 'ELG-02 ELG-14',
    '/reads': 'PAG-01',
    '/opensPostPurchaseOnlyWhenEligible': 'PAG-01',
    '/rawStripeIdsIncluded': 'SRC-04 RED-11 NBL-05',
    '/privateDataIncluded': 'SRC-04 RED-10',
  }),

  ...content('/postPurchaseDecisions', 'id status issue parentIssue relatedIssues/*'),
  ...below('/postPurchaseDecisions', {
    '/apiRoute': 'ELG-06 ROB-04 ROB-06 SRC-08',
    '/routePrefix': 'PAG-03 PAG-05',
    '/confirmationText': 'CNF-04 CNF-05',
    '/eligibleCheckoutStatuses/*': 'ELG-01 ELG-04 ELG-05 ELG-12',
    '/allowedDecisions/*/decisionKind': 'NBL-01 NBL-03 NBL-10',
    '/allowedDecisions/*/presentedOfferId': 'NBL-07',
    '/allowedDecisions/*/billingMutationCreated': 'NBL-01 NBL-03',
    '/publicSafeFields/*': 'RED-09',
    '/publicSafeFields/6': 'STL-01 STL-02',
    '/publicSafeFields/7': 'SRC-05 SRC-06',
    '/serverPrivateFields/*': 'RED-09 RED-12 RED-13',
    '/serverPrivateFields/0': 'RED-02',
    '/serverPrivateFields/1': 'RED-03',
    '/serverPrivateFields/2': 'RED-04',
    '/serverPrivateFields/3': 'RED-01',
    '/serverPrivateFields/4': 'RED-05',
    '/serverPrivateFields/5': 'RED-06',
    '/writeBoundary#1': 'CNF-04 ELG-01 NBL-02',
    '/writeBoundary#2.1': 'NBL-03',
    '/writeBoundary#2.2': 'NBL-03',
    '/writeBoundary#2.3': 'NBL-03',
    '/writeBoundary#2.4': 'NBL-09',
    '/writeBoundary#2.5': 'NBL-09',
    '/writeBoundary#2.6': 'NBL-04',
    '/writeBoundary#2.7': 'NBL-04',
    '/writeBoundary#2.8': 'NBL-09',
    '/writeBoundary#2.9': 'NBL-09',
    '/writeBoundary#2.10': 'NBL-03 NBL-10',
  }),
  ...writeBoundary('/writeBoundary'),

  ...content('/stacks/*', 'title status issue parentIssue linkedFunnelId revisionId summary'),
  ...below('/stacks/*', {
    '/id': 'SRC-02 NBL-07',
    '/slug': 'SRC-02 PAG-05',
    '/linkedFunnelRoute': 'ATT-02',
    '/sourceDataRoute': 'SRC-01 SRC-07',
    '/previewRoute': 'PAG-02 PAG-04',
    '/checkoutContractRoute': 'SRC-08',
    '/checkoutEndpoint': 'CNF-01 SRC-08',
    '/postPurchaseDecisionEndpoint': 'ELG-06 SRC-08',
    '/postPurchaseRoutePrefix': 'PAG-03',
    '/webhookEndpoint': 'WHK-01 WHK-02',
    '/confirmation/required': 'CNF-01',
    '/confirmation/checkoutText': 'CNF-02 CNF-03 CNF-05',
    '/postPurchasePath/id': 'SRC-02',
    '/postPurchasePath/trigger': 'ELG-03 ELG-07 ELG-11 WHK-06',
    '/postPurchasePath/startsAfter': 'ELG-02 ELG-03',
    '/postPurchasePath/expiresAfterMinutes': 'ELG-13',
    '/validation/0': 'SRC-01 SRC-03',
    '/validation/1': 'PAG-02',
    '/validation/2': 'CNF-07 RED-10 RED-14 ROB-01 ROB-02',
    '/validation/3': 'ATT-01 ATT-03 ATT-04 RED-07',
    '/validation/4': 'LED-01 LED-02 LED-03 LED-04 LED-05',
    '/validation/5': 'OWN-01 OWN-02 OWN-03 STL-04 RED-08',
    '/validation/6': 'PAG-01 PAG-06',
    '/validation/7': 'CNF-04 ELG-01 NBL-01',
    '/validation/8': 'SRC-07',
  }),
  ...offer('/stacks/*/primaryOffer', 'SRC-08 CNF-07 NBL-06 PAG-02'),
  ...offer('/stacks/*/orderBumps/*', 'CNF-07 NBL-06 PAG-02'),
  ...offer('/stacks/*/postPurchasePath/offers/*', 'CNF-07'),
  judged('/stacks/*/postPurchasePath/offers/*/id', 'NBL-07'),
  ...writeBoundary('/stacks/*/writeBoundary'),

  ...below('/caveat', {
    '#1.1': 'SRC-01 SRC-02',
    '#1.2': 'CNF-03 CNF-07',
    '#1.3': 'ATT-01',
    '#1.4': 'LED-01 LED-02',
    '#1.5': 'OWN-01 OWN-03',
    '#1.6': 'NBL-01 NBL-03',
    '#2.1': 'NBL-08 ELG-08',
    '#2.2': 'NBL-03',
    '#2.3': 'NBL-09',
    '#2.4': 'SRC-02 CNF-10',
    '#2.5': 'LED-02 ATT-05',
    '#2.6': 'NBL-04 OWN-03',
    '#2.7': 'NBL-09',
    '#2.8': 'NBL-09',
  }),
  excused('/caveat#2.9', future),

  ...below('/postPurchaseDecisionSummary', {
    '/status': 'SRC-01 SRC-05',
    '/aggregateCounts/*/*': 'SRC-05 SRC-06 IDM-02',
    '/rawRowsIncluded': 'SRC-04 SRC-06',
    '/privateDataIncluded': 'SRC-04 RED-10',
    '/billingMutationsIncluded': 'SRC-04 NBL-02',
    '/fulfillmentRowsIncluded': 'SRC-04 NBL-09',
    '/entitlementRowsIncluded': 'SRC-04 NBL-09',
  }),
]
